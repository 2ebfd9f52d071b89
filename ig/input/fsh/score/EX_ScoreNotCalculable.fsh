// More answers were missing than the instrument's rule allows: the score says so instead of giving a value.
Instance: example-score-not-calculable
InstanceOf: ScoreObservation
Usage: #example
* extension[instrument].valueCanonical = "https://w3id.org/meerwaarde/fhir/Questionnaire/oxford-knee-score|1.0.0"
* identifier[derivedScore].value = "example-incomplete-response|oxford-knee-score"
* status = #final
* category[survey] = $observationCategory#survey
* code = $score#oxford-knee-score
* subject = Reference(example-patient)
* effectiveDateTime = "2025-06-02T09:15:00+02:00"
* performer = Reference(example-patient)
* dataAbsentReason = http://terminology.hl7.org/CodeSystem/data-absent-reason#unknown
* method = $scoreMethod#oxford-sum-0-48
* derivedFrom = Reference(example-incomplete-response)
