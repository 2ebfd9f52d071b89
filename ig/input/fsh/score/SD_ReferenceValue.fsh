Extension: ReferenceValue
Id: reference-value
Title: "Reference value"
Description: "What a population scores, to lay beside a patient's score. It says who and when, because norms differ by country, age and sex."
Context: ObservationDefinition
* extension contains
    population 1..1 and
    mean 1..1 and
    sd 0..1 and
    source 1..1
* extension[population].value[x] 1..1
* extension[population].value[x] only string
* extension[mean].value[x] 1..1
* extension[mean].value[x] only decimal
* extension[sd].value[x] 1..1
* extension[sd].value[x] only decimal
* extension[source].value[x] 1..1
* extension[source].value[x] only string
