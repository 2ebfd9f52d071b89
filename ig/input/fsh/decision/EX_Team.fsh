Instance: example-orthopaedic-surgeon
InstanceOf: Practitioner
Usage: #example
* active = true
* name.text = "Orthopaedic surgeon"

Instance: example-partner
InstanceOf: RelatedPerson
Usage: #example
* active = true
* patient = Reference(example-patient)
* name.text = "Partner"

Instance: example-care-team
InstanceOf: CareTeam
Usage: #example
* status = #active
* subject = Reference(example-patient)
* participant.member = Reference(example-orthopaedic-surgeon)
