Extension: StoppingRule
Id: stopping-rule
Title: "Stopping rule"
Description: "When an adaptive instrument has asked enough: at the largest number of items, or from the smallest number of answers on as soon as the standard error lies below its limit. With fewer answers there is no score."
Context: Questionnaire
* extension contains
    minimum-items 1..1 and
    maximum-items 1..1 and
    standard-error 1..1
* extension[minimum-items] ^short = "Fewest answers for a score"
* extension[minimum-items].value[x] 1..1
* extension[minimum-items].value[x] only positiveInt
* extension[maximum-items] ^short = "Most items that are asked, skipped ones included"
* extension[maximum-items].value[x] 1..1
* extension[maximum-items].value[x] only positiveInt
* extension[standard-error] ^short = "In T-score points (standard deviation 10); precise enough is below this"
* extension[standard-error].value[x] 1..1
* extension[standard-error].value[x] only decimal
