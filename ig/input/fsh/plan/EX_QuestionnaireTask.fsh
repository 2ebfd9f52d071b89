Instance: example-questionnaire-task
InstanceOf: QuestionnaireTask
Usage: #example
* extension[measurementMoment].valueCoding = $measurementMoment#month-12
* extension[laterality].valueCoding = $sct#24028007 "Right"
* identifier.system = "https://w3id.org/meerwaarde/fhir/sid/questionnaire-task"
* identifier.value = "example-episode|month-12|https://w3id.org/meerwaarde/fhir/Questionnaire/oxford-knee-score|24028007"
* basedOn = Reference(example-episode)
* status = #requested
* for = Reference(example-patient)
* owner = Reference(example-patient)
* authoredOn = "2025-02-20"
* restriction.period.start = "2026-01-10"
* restriction.period.end = "2026-09-09"
* input[questionnaire].valueCanonical = "https://w3id.org/meerwaarde/fhir/Questionnaire/oxford-knee-score"
