Profile: QuestionnaireReminder
Parent: CommunicationRequest
Id: questionnaire-reminder
Title: "Questionnaire reminder"
Description: "A message, for a gateway of mail or text messages, that questionnaires are waiting: no word of what they ask. The server keeps its day and status; a gateway that has sent it says completed."
* . ^short = "Questionnaires are waiting"
* extension contains MeasurementMoment named measurementMoment 1..1 MS
* identifier MS
* basedOn 1..1 MS
* basedOn only Reference(CarePlan)
* basedOn ^short = "The episode"
* status MS
* status ^comment = "active: to be sent on its day if a task it is about waits; on-hold, revoked: not to be sent; completed: sent, as the gateway says."
* statusReason MS
* category 1..1 MS
* category from $reminderVS (required)
* subject 1..1 MS
* subject only Reference(Patient)
* about 1..* MS
* about only Reference(Task)
* payload 1..1 MS
  * content[x] only string
* occurrence[x] MS
* occurrence[x] only dateTime
* recipient 1..1 MS
* recipient only Reference(Patient or RelatedPerson)
