Profile: PlannedIndexEvent
Parent: ServiceRequest
Id: planned-index-event
Title: "Planned index event"
Description: "The treatment that an episode will be counted from, and its day. Once the treatment is a Procedure, that counts instead; revoked without one, the treatment is cancelled."
* . ^short = "A treatment that is planned"
* extension contains Laterality named laterality 0..1 MS
* basedOn 1..* MS
* basedOn ^comment = "At least one is the episode (CarePlan)."
* status MS
* intent MS
* subject MS
* subject only Reference(Patient)
* occurrence[x] MS
* occurrence[x] only dateTime or Period
