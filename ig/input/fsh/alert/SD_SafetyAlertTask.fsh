Profile: SafetyAlertTask
Parent: Task
Id: safety-alert-task
Title: "Safety alert task"
Description: "Somebody has to act on an alarming answer. It is raised with the answer, also when the response is unfinished or was refused."
* . ^short = "An alarming answer waits for somebody"
* identifier 1..* MS
* instantiatesCanonical MS
* instantiatesCanonical ^short = "The policy it was raised under"
* status MS
* intent = #order
* priority 1..1 MS
* code 1..1 MS
* code from $safetyAlertVS (extensible)
* focus MS
* focus only Reference(QuestionnaireResponse)
* focus ^short = "The response, once it is stored"
* for MS
* for only Reference(Patient)
* authoredOn 1..1 MS
* performerType MS
* performerType ^short = "The role that is asked"
* reasonReference MS
* reasonReference only Reference(Flag)
* restriction MS
  * period MS
  * period ^short = "Ends when the task is to be accepted"
* note MS
* input 2..* MS
  * type from $safetyTaskInputVS (extensible)
