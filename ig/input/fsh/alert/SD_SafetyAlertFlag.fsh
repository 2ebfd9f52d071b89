Profile: SafetyAlertFlag
Parent: Flag
Id: safety-alert-flag
Title: "Safety alert flag"
Description: "The patient gave an alarming answer. It is active until a person ends it."
* . ^short = "The patient gave an alarming answer"
* identifier 1..* MS
* status MS
* category 1..* MS
* code from $safetyAlertVS (extensible)
* subject only Reference(Patient)
* subject MS
* period 1..1 MS
  * start 1..1
