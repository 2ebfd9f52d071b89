Extension: CaseMixEquation
Id: case-mix-equation
Title: "Equation of a case-mix model"
Description: "How the terms of a model give the expectation. Numbers are missing as long as nobody has fitted it."
Context: Library
* extension contains
    kind 1..1 and
    intercept 0..1 and
    standard-error 0..1
* extension[kind].value[x] 1..1
* extension[kind].value[x] only code
* extension[kind].value[x] from $caseMixKindVS (required)
* extension[intercept].value[x] 1..1
* extension[intercept].value[x] only decimal
* extension[standard-error].value[x] 1..1
* extension[standard-error].value[x] only decimal
