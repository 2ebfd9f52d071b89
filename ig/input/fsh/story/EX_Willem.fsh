// Willem, 66, has two bad knees and a bowel disease: three episodes at once, one nurse.
Instance: willem
InstanceOf: Patient
Usage: #example
* insert StoryPerson(Willem, male, 1958-11-23)

Instance: willem-knee-left
InstanceOf: Condition
Usage: #example
* insert Diagnosis(willem, 2024-12-02)
* code = $sct#239873007 "Osteoarthritis of knee"
* code.text = "Knieartrose links"

Instance: willem-knee-right
InstanceOf: Condition
Usage: #example
* insert Diagnosis(willem, 2024-12-02)
* code = $sct#239873007 "Osteoarthritis of knee"
* code.text = "Knieartrose rechts"

Instance: willem-colitis
InstanceOf: Condition
Usage: #example
* insert Diagnosis(willem, 2019-05-06)
* code = $sct#64766004 "Ulcerative colitis"
* code.text = "Colitis ulcerosa"

Instance: willem-orthopaedic-surgeon
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[dr. Q. Knie]], [[+31 20 555 0451]])

Instance: willem-gastroenterologist
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[dr. R. Darm]], [[+31 20 555 0452]])

Instance: willem-nurse-specialist
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[S. Vast]], [[+31 20 555 0453]])

Instance: willem-knee-team
InstanceOf: TreatmentTeam
Usage: #example
* insert TeamOf(willem, [[Knieteam van Willem Voorbeeld]], 2025-01-06)
* insert Member(orthopaedic-surgeon, [[Orthopaedic surgeon]], willem-orthopaedic-surgeon, story-hospital)
* insert AlsoIs(main-practitioner, [[Main practitioner]])
* insert Member(nurse-specialist, [[Nurse specialist]], willem-nurse-specialist, story-hospital)
* insert AlsoIs(contact-person, [[Contact person]])

Instance: willem-bowel-team
InstanceOf: TreatmentTeam
Usage: #example
* insert TeamOf(willem, [[Darmteam van Willem Voorbeeld]], 2025-01-06)
* insert Member(gastroenterologist, [[Gastroenterologist]], willem-gastroenterologist, story-hospital)
* insert AlsoIs(main-practitioner, [[Main practitioner]])
* insert Member(nurse-specialist, [[Nurse specialist]], willem-nurse-specialist, story-hospital)
* insert AlsoIs(contact-person, [[Contact person]])

Instance: willem-episode-left
InstanceOf: Episode
Usage: #example
* extension[laterality].valueCoding = $sct#7771000 "Left"
* instantiatesCanonical = "https://w3id.org/meerwaarde/fhir/PlanDefinition/knee-osteoarthritis-care|1.0.0"
* insert EpisodeOf(willem, willem-knee-team, willem-knee-left)

Instance: willem-episode-right
InstanceOf: Episode
Usage: #example
* extension[laterality].valueCoding = $sct#24028007 "Right"
* instantiatesCanonical = "https://w3id.org/meerwaarde/fhir/PlanDefinition/knee-osteoarthritis-care|1.0.0"
* insert EpisodeOf(willem, willem-knee-team, willem-knee-right)

Instance: willem-episode-bowel
InstanceOf: Episode
Usage: #example
* instantiatesCanonical = "https://w3id.org/meerwaarde/fhir/PlanDefinition/inflammatory-bowel-disease-care|1.0.0"
* insert EpisodeOf(willem, willem-bowel-team, willem-colitis)

RuleSet: WillemsStart(episode, what, day)
* basedOn = Reference({episode})
* status = #completed
* code.text = "{what}"
* subject = Reference(willem)
* performedDateTime = "{day}"
* performer.actor = Reference(story-hospital)

Instance: willem-exercise-left
InstanceOf: IndexProcedure
Usage: #example
* extension[laterality].valueCoding = $sct#7771000 "Left"
* insert WillemsStart(willem-episode-left, [[Begin van de oefentherapie]], 2025-03-03)

Instance: willem-exercise-right
InstanceOf: IndexProcedure
Usage: #example
* extension[laterality].valueCoding = $sct#24028007 "Right"
* insert WillemsStart(willem-episode-right, [[Begin van de oefentherapie]], 2025-04-07)

Instance: willem-new-medicine
InstanceOf: IndexProcedure
Usage: #example
* insert WillemsStart(willem-episode-bowel, [[Begin met een nieuw middel]], 2025-03-17)
