Instance: example-questionnaire-reminder
InstanceOf: QuestionnaireReminder
Usage: #example
* language = #nl
* extension[measurementMoment].valueCoding = $measurementMoment#month-12
* identifier.system = "https://w3id.org/meerwaarde/fhir/sid/questionnaire-reminder"
* identifier.value = "example-episode|month-12|invitation"
* basedOn = Reference(example-episode)
* status = #active
* category = $reminder#invitation
* subject = Reference(example-patient)
* about = Reference(example-questionnaire-task)
* payload.contentString = "Er staan vragenlijsten voor u klaar."
* occurrenceDateTime = "2026-02-24"
* authoredOn = "2025-02-20"
* recipient = Reference(example-patient)
