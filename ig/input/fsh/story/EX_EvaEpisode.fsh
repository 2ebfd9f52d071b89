// The episode as it stands at the end of the story: in the second version of the hospital's pathway.
Instance: eva-episode
InstanceOf: Episode
Usage: #example
* extension[laterality].valueCoding = $sct#7771000 "Left"
* instantiatesCanonical = "https://hospital.example.org/fhir/PlanDefinition/breast-cancer-care|2.0.0"
* status = #active
* intent = #plan
* title = "Borstkanker"
* subject = Reference(eva)
* author = Reference(story-hospital)
* addresses = Reference(eva-breast-cancer)
* goal[+] = Reference(eva-goal-children)
* goal[+] = Reference(eva-goal-rowing)
* goal[+] = Reference(eva-goal-intimacy)
* careTeam = Reference(eva-care-team)

Instance: eva-planned-operation
InstanceOf: PlannedIndexEvent
Usage: #example
* extension[laterality].valueCoding = $sct#7771000 "Left"
* basedOn = Reference(eva-episode)
* status = #active
* intent = #plan
* code = $hospitalTreatment#mastectomy
* code.text = "Borst weghalen"
* subject = Reference(eva)
* occurrenceDateTime = "2024-02-26"

// Follows from the decision, and is not what the episode is counted from.
Instance: eva-egg-preservation
InstanceOf: Procedure
Usage: #example
* basedOn = Reference(eva-decision)
* status = #completed
* code = $hospitalTreatment#egg-preservation
* code.text = "Eicellen invriezen"
* subject = Reference(eva)
* performedDateTime = "2024-02-23"
* performer.actor = Reference(eva-academic-centre)

Instance: eva-operation
InstanceOf: IndexProcedure
Usage: #example
* extension[laterality].valueCoding = $sct#7771000 "Left"
* basedOn[+] = Reference(eva-episode)
* basedOn[+] = Reference(eva-decision)
* status = #completed
* code = $hospitalTreatment#mastectomy
* code.text = "Borst weghalen"
* subject = Reference(eva)
* performedDateTime = "2024-03-04"
* performer.actor = Reference(eva-surgical-oncologist)
* performer.onBehalfOf = Reference(story-hospital)
