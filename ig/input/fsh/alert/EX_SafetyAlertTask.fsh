Instance: example-safety-alert-task
InstanceOf: SafetyAlertTask
Usage: #example
* identifier.system = "https://w3id.org/meerwaarde/fhir/sid/safety-alert"
* identifier.value = "example"
* instantiatesCanonical = "https://w3id.org/meerwaarde/fhir/ActivityDefinition/safety-alert-suicidality|1.0.0"
* status = #requested
* intent = #order
* priority = #urgent
* code = $safetyAlert#suicidality
* focus = Reference(example-alarming-response)
* for = Reference(example-patient)
* authoredOn = "2026-02-20T10:05:01+01:00"
* performerType = $safetyRole#responsible-clinician
* reasonReference = Reference(example-safety-alert-flag)
* restriction.period.start = "2026-02-20T10:05:01+01:00"
* restriction.period.end = "2026-02-20T11:05:01+01:00"
* input[+].type = $safetyTaskInput#questionnaire
* input[=].valueCanonical = "https://w3id.org/meerwaarde/fhir/Questionnaire/example-alarming-questionnaire|1.0.0"
* input[+].type = $safetyTaskInput#question
* input[=].valueString = "'dark-thoughts' (Dark thoughts)"
* input[+].type = $safetyTaskInput#answer
* input[=].valueString = "often"
* input[+].type = $safetyTaskInput#authored
* input[=].valueDateTime = "2026-02-20T10:05:00+01:00"
