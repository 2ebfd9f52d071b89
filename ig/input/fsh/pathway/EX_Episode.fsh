Instance: example-episode
InstanceOf: Episode
Usage: #example
* extension[laterality].valueCoding = $sct#24028007 "Right"
* instantiatesCanonical = "https://w3id.org/meerwaarde/fhir/PlanDefinition/knee-replacement-primary|1.0.0"
* status = #active
* intent = #plan
* subject = Reference(example-patient)
* author = Reference(example-hospital)
* goal = Reference(example-goal)
* careTeam[0] = Reference(example-care-team)
* careTeam[1] = Reference(example-group-team)
