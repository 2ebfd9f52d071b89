Instance: example-proposed-attainment
InstanceOf: GoalAttainment
Usage: #example
* identifier.system = "https://w3id.org/meerwaarde/fhir/sid/derived-attainment"
* identifier.value = "example-threshold-goal|example-month-6-score"
* status = #preliminary
* category = $observationCategory#survey
* subject = Reference(example-patient)
* focus = Reference(example-threshold-goal)
* effectiveDateTime = "2025-09-09"
* valueBoolean = true
* derivedFrom = Reference(example-month-6-score)
