Profile: IndexProcedure
Parent: Procedure
Id: index-procedure
Title: "Index procedure"
Description: "The procedure an episode is counted from."
* obeys index-procedure-1
* extension contains Laterality named laterality 0..1 MS
* basedOn 1..* MS
* basedOn ^comment = "At least one is the episode (CarePlan)."
* status MS
* code MS
* subject MS
* subject only Reference(Patient)
* performed[x] MS
* performer MS
  * actor MS
  * onBehalfOf MS

Invariant: index-procedure-1
Description: "A completed index procedure says when it was performed"
Severity: #error
Expression: "status = 'completed' implies performed.exists()"
