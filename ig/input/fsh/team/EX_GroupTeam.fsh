Instance: example-group-team
InstanceOf: TreatmentTeam
Usage: #example
* extension[ownedOutcomes][0].valueCanonical = "https://w3id.org/meerwaarde/fhir/Measure/knee-replacement-primary-oxford"
* extension[ownedOutcomes][1].valueCanonical = "https://w3id.org/meerwaarde/fhir/Measure/knee-replacement-primary-oxford-by-team"
* status = #active
* name = "Knee team"
* subject = Reference(example-group)
* period.start = "2024-01-01"
* participant[0].role[0] = $teamRole#orthopaedic-surgeon "Orthopaedic surgeon"
* participant[0].role[1] = $teamRole#lead "Team lead"
* participant[0].member = Reference(example-surgeon)
* participant[0].onBehalfOf = Reference(example-hospital)
* participant[1].role[0] = $teamRole#data-analyst "Data analyst"
* participant[1].member = Reference(example-nurse)
* participant[2].role[0] = $teamRole#supplier-medical-technology "Supplier of medical technology"
* participant[2].member = Reference(example-supplier)
* managingOrganization = Reference(example-hospital)

Instance: example-group
InstanceOf: Group
Usage: #example
* active = true
* type = #person
* actual = false
* name = "Patients with a knee replacement"
* characteristic.code.text = "Pathway"
* characteristic.valueCodeableConcept.text = "Primary knee replacement"
* characteristic.exclude = false
