Profile: SafetyAlertPolicy
Parent: ActivityDefinition
Id: safety-alert-policy
Title: "Safety alert policy"
Description: "Who acts on a safety alert and within which time, what happens when nobody does, and where a patient finds help at once. A hospital changes it to its own arrangements; there is one for each alert."
* . ^short = "What happens when an answer is alarming"
* . ^comment = "With another status than active the alert reaches nobody, and only the help lines are shown: the switch of a hospital that has another process. The versions of this resource say when it was turned; who did stands in the audit log of the server."
* extension contains Escalation named escalation 0..* MS
* url 1..1 MS
* version 1..1 MS
* status MS
* description 1..1 MS
* description ^comment = "Becomes the description of the task."
* kind 1..1 MS
* kind = #Task
* code 1..1 MS
* code from $safetyAlertVS (extensible)
* priority 1..1 MS
* timing[x] 1..1 MS
* timing[x] only Duration
* timing[x] ^short = "Within which time the task is to be accepted"
* participant 1..* MS
  * role 1..1 MS
  * role from $safetyRoleVS (extensible)
* relatedArtifact MS
* relatedArtifact ^short = "Help lines: type documentation"
  * display MS
  * display ^short = "What the patient is told"
  * url MS
  * url ^short = "Where help is found"
