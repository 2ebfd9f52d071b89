Instance: example-care-team
InstanceOf: TreatmentTeam
Usage: #example
* status = #active
* name = "Knee team of Anna Voorbeeld"
* subject = Reference(example-patient)
* period.start = "2025-01-15"
* participant[0].role[0] = $teamRole#orthopaedic-surgeon "Orthopaedic surgeon"
* participant[0].role[1] = $teamRole#main-practitioner "Main practitioner"
* participant[0].member = Reference(example-surgeon)
* participant[0].onBehalfOf = Reference(example-hospital)
* participant[1].role[0] = $teamRole#nurse-specialist "Nurse specialist"
* participant[1].role[1] = $teamRole#contact-person "Contact person"
* participant[1].member = Reference(example-nurse-at-hospital)
* participant[2].role[0] = $teamRole#planner "Planner"
* participant[2].role[1] = $teamRole#contact-24-7 "Reachable day and night"
* participant[2].member = Reference(example-hospital)
* participant[3].role[0] = $teamRole#physiotherapist "Physiotherapist"
* participant[3].member = Reference(example-physiotherapist)
* participant[3].onBehalfOf = Reference(example-practice)
* participant[3].period.start = "2025-03-12"
* participant[3].period.end = "2025-09-30"
* participant[4].role[0] = $teamRole#informal-carer "Informal carer"
* participant[4].member = Reference(example-daughter)
* managingOrganization = Reference(example-hospital)
