// Eight roles of three houses, a partner and a desk; a physiotherapist and a sexologist join on the way.
Instance: eva-breast-desk
InstanceOf: Organization
Usage: #example
* insert House([[Balie borstkankerzorg]], [[+31 20 555 0401]])
* partOf = Reference(story-hospital)

Instance: eva-academic-centre
InstanceOf: Organization
Usage: #example
* insert House([[Voorbeeld universitair centrum]], [[+31 20 555 0500]])

Instance: eva-laboratory
InstanceOf: Organization
Usage: #example
* insert House([[Voorbeeldlaboratorium pathologie]], [[+31 20 555 0600]])

Instance: eva-physiotherapy-practice
InstanceOf: Organization
Usage: #example
* insert House([[Voorbeeldpraktijk fysiotherapie]], [[+31 20 555 0700]])

Instance: eva-surgical-oncologist
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[dr. A. Borst]], [[+31 20 555 0411]])

Instance: eva-breast-care-nurse
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[B. Mamma]], [[+31 20 555 0412]])

Instance: eva-nurse-specialist
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[C. Nazorg]], [[+31 20 555 0413]])

Instance: eva-radiologist
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[dr. D. Beeld]], [[+31 20 555 0414]])

Instance: eva-medical-oncologist
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[dr. E. Kuur]], [[+31 20 555 0415]])

Instance: eva-pathologist
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[dr. F. Weefsel]], [[+31 20 555 0611]])

Instance: eva-radiotherapist
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[dr. G. Straal]], [[+31 20 555 0511]])

Instance: eva-plastic-surgeon
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[dr. H. Vorm]], [[+31 20 555 0512]])

Instance: eva-physiotherapist
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[I. Beweging]], [[+31 20 555 0711]])

Instance: eva-sexologist
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[J. Intiem]], [[+31 20 555 0416]])

Instance: eva-care-team
InstanceOf: TreatmentTeam
Usage: #example
* status = #active
* name = "Behandelteam van Eva Voorbeeld"
* subject = Reference(eva)
* period.start = "2024-01-15"
* insert Member(surgical-oncologist, [[Surgical oncologist]], eva-surgical-oncologist, story-hospital)
* insert AlsoIs(main-practitioner, [[Main practitioner]])
* insert Member(breast-care-nurse, [[Breast-care nurse]], eva-breast-care-nurse, story-hospital)
* insert AlsoIs(contact-person, [[Contact person]])
* insert Member(nurse-specialist, [[Nurse specialist]], eva-nurse-specialist, story-hospital)
* insert Member(radiologist, [[Radiologist]], eva-radiologist, story-hospital)
* insert Member(pathologist, [[Pathologist]], eva-pathologist, eva-laboratory)
* insert Member(medical-oncologist, [[Medical oncologist]], eva-medical-oncologist, story-hospital)
* insert Member(radiotherapist, [[Radiotherapist]], eva-radiotherapist, eva-academic-centre)
* insert Member(plastic-surgeon, [[Plastic surgeon]], eva-plastic-surgeon, eva-academic-centre)
* participant[+].role[0] = $teamRole#planner "Planner"
* participant[=].role[1] = $teamRole#contact-24-7 "Reachable day and night"
* participant[=].member = Reference(eva-breast-desk)
* participant[+].role[0] = $teamRole#informal-carer "Informal carer"
* participant[=].member = Reference(eva-partner)
* insert Member(physiotherapist, [[Physiotherapist]], eva-physiotherapist, eva-physiotherapy-practice)
* insert JoinsOn(2024-09-10)
* insert Member(sexologist, [[Sexologist]], eva-sexologist, story-hospital)
* insert JoinsOn(2025-06-10)
* managingOrganization = Reference(story-hospital)

Instance: eva-group
InstanceOf: Group
Usage: #example
* active = true
* type = #person
* actual = false
* name = "Vrouwen met borstkanker"
* characteristic.code.text = "Zorgpad"
* characteristic.valueCodeableConcept.text = "Borstkanker"
* characteristic.exclude = false

// The team of all these women: it answers for the outcomes, and changes the pathway.
Instance: eva-group-team
InstanceOf: TreatmentTeam
Usage: #example
* extension[ownedOutcomes].valueCanonical = "https://hospital.example.org/fhir/Measure/sexual-functioning-after-breast-cancer"
* status = #active
* name = "Borstkankerteam"
* subject = Reference(eva-group)
* period.start = "2023-01-01"
* insert Member(surgical-oncologist, [[Surgical oncologist]], eva-surgical-oncologist, story-hospital)
* insert AlsoIs(lead, [[Team lead]])
* insert Member(nurse-specialist, [[Nurse specialist]], eva-nurse-specialist, story-hospital)
* insert Member(medical-oncologist, [[Medical oncologist]], eva-medical-oncologist, story-hospital)
* managingOrganization = Reference(story-hospital)
