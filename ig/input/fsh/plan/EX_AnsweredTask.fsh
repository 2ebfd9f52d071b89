Instance: example-answered-task
InstanceOf: QuestionnaireTask
Usage: #example
* extension[measurementMoment].valueCoding = $measurementMoment#month-6
* extension[laterality].valueCoding = $sct#24028007 "Right"
* basedOn = Reference(example-episode)
* status = #completed
* statusReason = $taskStatusReason#answered
* for = Reference(example-patient)
* owner = Reference(example-patient)
* authoredOn = "2025-02-20"
* restriction.period.start = "2025-07-10"
* restriction.period.end = "2026-01-09"
* input[questionnaire].valueCanonical = "https://w3id.org/meerwaarde/fhir/Questionnaire/oxford-knee-score"
* output[response].extension[derivedOutput].valueBoolean = true
* output[response].valueReference = Reference(example-month-6-response)
