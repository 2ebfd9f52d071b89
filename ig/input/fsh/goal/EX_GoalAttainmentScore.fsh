Instance: example-goal-attainment-score
InstanceOf: GoalAttainmentScore
Usage: #example
* identifier.system = "https://w3id.org/meerwaarde/fhir/sid/derived-attainment"
* identifier.value = "example-episode|2025-09-09"
* status = #final
* category = $observationCategory#survey
* subject = Reference(example-patient)
* basedOn = Reference(example-episode)
* focus = Reference(example-goal)
* effectiveDateTime = "2025-09-09"
* valueQuantity.value = 60
* valueQuantity.unit = "T-score"
* valueQuantity.system = $ucum
* valueQuantity.code = #{score}
* derivedFrom = Reference(example-attainment)
