// What the server made of the pathway for Eva: three of her Tasks, and a message that announces one.
RuleSet: EvasTask(moment, questionnaire, start, end)
* extension[measurementMoment].valueCoding = $measurementMoment#{moment}
* identifier.system = "https://w3id.org/meerwaarde/fhir/sid/questionnaire-task"
* identifier.value = "eva-episode|{moment}|https://w3id.org/meerwaarde/fhir/Questionnaire/{questionnaire}"
* basedOn = Reference(eva-episode)
* for = Reference(eva)
* owner = Reference(eva)
* authoredOn = "2024-01-15"
* restriction.period.start = "{start}"
* restriction.period.end = "{end}"
* input[questionnaire].valueCanonical = "https://w3id.org/meerwaarde/fhir/Questionnaire/{questionnaire}"

RuleSet: Answered(response)
* status = #completed
* statusReason = $taskStatusReason#answered
* output[response].extension[derivedOutput].valueBoolean = true
* output[response].valueReference = Reference({response})

Instance: eva-task-month-12
InstanceOf: QuestionnaireTask
Usage: #example
* insert EvasTask(month-12, eortc-qlq-br23, 2024-12-03, 2025-09-02)
* insert Answered(eva-breast-month-12)

Instance: eva-task-month-24
InstanceOf: QuestionnaireTask
Usage: #example
* insert EvasTask(month-24, eortc-qlq-br23, 2025-09-03, 2026-09-03)
* insert Answered(eva-breast-month-24)

// Came with the second version of the pathway.
Instance: eva-task-month-120
InstanceOf: QuestionnaireTask
Usage: #example
* insert EvasTask(month-120, pre-consult, 2033-09-03, 2034-09-03)
* status = #requested

Instance: eva-reminder-month-120
InstanceOf: QuestionnaireReminder
Usage: #example
* insert InLanguage(nl)
* extension[measurementMoment].valueCoding = $measurementMoment#month-120
* identifier.system = "https://w3id.org/meerwaarde/fhir/sid/questionnaire-reminder"
* identifier.value = "eva-episode|month-120|invitation"
* basedOn = Reference(eva-episode)
* status = #active
* category = $reminder#invitation
* subject = Reference(eva)
* about = Reference(eva-task-month-120)
* payload.contentString = "Er staan vragenlijsten voor u klaar. Uw antwoorden helpen u en uw zorgverleners bij de voorbereiding."
* occurrenceDateTime = "2034-02-18"
* authoredOn = "2024-01-15"
* recipient = Reference(eva)
