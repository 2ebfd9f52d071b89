Profile: Episode
Parent: CarePlan
Id: episode
Title: "Episode"
Description: "One patient's run through one pathway: one CarePlan per patient, pathway, index event and side."
* . ^short = "An episode of care"
* extension contains Laterality named laterality 0..1 MS
* instantiatesCanonical 1..1 MS
* instantiatesCanonical only Canonical(PlanDefinition)
* instantiatesCanonical ^comment = "url|version: a running episode keeps the pathway it started with."
* status MS
* intent MS
* subject MS
* subject only Reference(Patient)
* careTeam MS
* careTeam ^comment = "Whom the patient calls: see Patient/$my-team. The one of them with owned outcomes answers for the outcomes of the episode."
* author MS
* author only Reference(Organization)
* author ^comment = "The organisation of the episode when the index event names none."
