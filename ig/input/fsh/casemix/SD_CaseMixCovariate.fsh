Extension: CaseMixCovariate
Id: case-mix-covariate
Title: "Covariate of a case-mix model"
Description: "Something that patients differ by at the index date: where it is read from, and what happens without it. A categorical one names its reference, the category without a term; any value that is neither that nor in a term is missing."
Context: Library
* extension contains
    name 1..1 and
    variable 1..1 and
    score 0..1 and
    condition 0..* and
    reference 0..1 and
    missing 0..1 and
    imputed 0..1
* extension[name].value[x] 1..1
* extension[name].value[x] only string
* extension[variable].value[x] 1..1
* extension[variable].value[x] only code
* extension[variable].value[x] from $caseMixCovariateVS (required)
* extension[score].value[x] 1..1
* extension[score].value[x] only Coding
* extension[condition].value[x] 1..1
* extension[condition].value[x] only CodeableConcept
* extension[reference].value[x] 1..1
* extension[reference].value[x] only string
* extension[missing].value[x] 1..1
* extension[missing].value[x] only code
* extension[missing].value[x] from $missingCovariateVS (required)
* extension[imputed].value[x] 1..1
* extension[imputed].value[x] only decimal
