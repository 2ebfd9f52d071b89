Instance: example-decision-task
InstanceOf: QuestionnaireTask
Usage: #example
* identifier.system = "https://w3id.org/meerwaarde/fhir/sid/questionnaire-task"
* identifier.value = "example-shared-decision|https://w3id.org/meerwaarde/fhir/Questionnaire/collaborate"
* basedOn = Reference(example-shared-decision)
* focus = Reference(example-shared-decision)
* status = #requested
* for = Reference(example-patient)
* owner = Reference(example-patient)
* authoredOn = "2026-03-10"
* restriction.period.start = "2026-03-10"
* restriction.period.end = "2026-03-24"
* input[questionnaire].valueCanonical = "https://w3id.org/meerwaarde/fhir/Questionnaire/collaborate"
