Extension: AlarmingRange
Id: alarming-range
Title: "Alarming range"
Description: "An answer from the minimum up to the maximum, both included, raises a safety alert; one of the two may be missing. For answer options: alarming-answer."
Context: Questionnaire.item
* . obeys alarming-range-1
* extension contains
    alert 1..1 and
    minimum 0..1 and
    maximum 0..1
* extension[alert].value[x] 1..1
* extension[alert].value[x] only code
* extension[alert].value[x] from $safetyAlertVS (extensible)
* extension[minimum].value[x] 1..1
* extension[minimum].value[x] only decimal
* extension[maximum].value[x] 1..1
* extension[maximum].value[x] only decimal

Invariant: alarming-range-1
Description: "A minimum, a maximum or both"
Severity: #error
Expression: "extension.where(url = 'minimum' or url = 'maximum').exists()"
