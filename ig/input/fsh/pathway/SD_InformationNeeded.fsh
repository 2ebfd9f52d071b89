Extension: InformationNeeded
Id: information-needed
Title: "Information needed"
Description: "What must be known before this action, in words for patient and clinician. What a program reads is in action.input."
Context: PlanDefinition.action
* value[x] 1..1
* value[x] only string
