Instance: example-attainment
InstanceOf: GoalAttainment
Usage: #example
* extension[confirmedBy].valueReference = Reference(example-patient)
* identifier.system = "https://w3id.org/meerwaarde/fhir/sid/derived-attainment"
* identifier.value = "example-goal|example-month-6-score"
* status = #final
* category = $observationCategory#survey
* subject = Reference(example-patient)
* focus = Reference(example-goal)
* effectiveDateTime = "2025-09-09"
* valueInteger = 1
* derivedFrom = Reference(example-month-6-score)
