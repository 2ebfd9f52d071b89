Extension: CaseMixTerm
Id: case-mix-term
Title: "Term of a case-mix model"
Description: "A summand: the coefficient times ((value - centre) / unit) to the power, or times one in a category. The category missing holds those of whom the covariate is not known."
Context: Library
* extension contains
    covariate 1..1 and
    category 0..1 and
    centre 0..1 and
    unit 0..1 and
    power 0..1 and
    coefficient 0..1 and
    standard-error 0..1
* extension[covariate].value[x] 1..1
* extension[covariate].value[x] only string
* extension[category].value[x] 1..1
* extension[category].value[x] only string
* extension[centre].value[x] 1..1
* extension[centre].value[x] only decimal
* extension[unit].value[x] 1..1
* extension[unit].value[x] only decimal
* extension[power].value[x] 1..1
* extension[power].value[x] only positiveInt
* extension[coefficient].value[x] 1..1
* extension[coefficient].value[x] only decimal
* extension[standard-error].value[x] 1..1
* extension[standard-error].value[x] only decimal
