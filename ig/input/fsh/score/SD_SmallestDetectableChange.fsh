Extension: SmallestDetectableChange
Id: smallest-detectable-change
Title: "Smallest detectable change"
Description: "The change in one person that is larger than measurement error, at the named confidence in per cent."
Context: ObservationDefinition
* extension contains
    value 1..1 and
    confidence 1..1 and
    source 1..1
* extension[value].value[x] 1..1
* extension[value].value[x] only decimal
* extension[confidence].value[x] 1..1
* extension[confidence].value[x] only decimal
* extension[confidence] obeys smallest-detectable-change-1
* extension[source].value[x] 1..1
* extension[source].value[x] only string

Invariant: smallest-detectable-change-1
Description: "The confidence is 90 or 95"
Severity: #error
Expression: "value = 90 or value = 95"
