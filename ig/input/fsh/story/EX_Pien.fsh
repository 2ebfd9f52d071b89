// Pien, 67, wants a lighter operation than the guideline has.
Instance: pien
InstanceOf: Patient
Usage: #example
* insert StoryPerson(Pien, female, 1957-08-30)

Instance: pien-pancreatic-carcinoma
InstanceOf: Condition
Usage: #example
* insert Diagnosis(pien, 2025-01-06)
* code = $sct#372142002 "Carcinoma of pancreas"
* code.text = "Alvleesklierkanker"

Instance: pien-surgeon
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[dr. M. Alvlees]], [[+31 20 555 0431]])

Instance: pien-nurse-specialist
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[N. Gids]], [[+31 20 555 0432]])

Instance: pien-team
InstanceOf: TreatmentTeam
Usage: #example
* insert TeamOf(pien, [[Behandelteam van Pien Voorbeeld]], 2025-01-06)
* insert Member(surgeon, [[Surgeon]], pien-surgeon, story-hospital)
* insert AlsoIs(main-practitioner, [[Main practitioner]])
* insert Member(nurse-specialist, [[Nurse specialist]], pien-nurse-specialist, story-hospital)
* insert AlsoIs(contact-person, [[Contact person]])

Instance: pien-episode
InstanceOf: Episode
Usage: #example
* instantiatesCanonical = "https://w3id.org/meerwaarde/fhir/PlanDefinition/pancreatic-carcinoma-care|1.0.0"
* insert EpisodeOf(pien, pien-team, pien-pancreatic-carcinoma)
* goal = Reference(pien-goal)

Instance: pien-decision
InstanceOf: SharedDecision
Usage: #example
* insert DecisionOf(pien, pien-episode, pien-team, pien-pancreatic-carcinoma, 2025-01-20)
* extension[decisionPoint].valueCodeableConcept = $decisionPoint#kind-of-surgery
* extension[choice].valueCodeableConcept = $hospitalTreatment#limited-resection
* insert Agreement(pien, 2025-01-20, [[De kleine operatie, en dan naar huis.]])
* insert Understanding([[Ze halen minder weg. Misschien blijft er iets achter.]], [[Kent de kans dat de ziekte terugkomt.]], pien-surgeon)
* extension[preference].valueString = "Tijd thuis telt voor mij meer dan tijd erbij."
* extension[multidisciplinaryProposal].extension[option].valueCodeableConcept = $hospitalTreatment#extended-resection
* extension[multidisciplinaryProposal].extension[date].valueDateTime = "2025-01-14"
* contributor[+] = Reference(pien-surgeon)
* contributor[+] = Reference(pien-nurse-specialist)
* activity[+].id = "extended"
* insert Discussed(benefit, [[Meer kans dat alles weg is.]])
* insert Discussed(harm, [[Vaker complicaties.]])
* insert Discussed(burden, [[Een lang herstel.]])
* insert Option(extended-resection, [[De grote operatie]], cancelled)
* activity[+].id = "limited"
* insert LeavesGuideline(less-treatment, [[Zij wil eerder naar huis en neemt de grotere kans op terugkeer.]])
* insert Discussed(benefit, [[Eerder naar huis.]])
* insert Discussed(harm, [[Meer kans dat er iets achterblijft.]])
* insert Option(limited-resection, [[Een kleinere operatie]], scheduled)
* activity[+].id = "chemotherapy"
* insert Option(chemotherapy-only, [[Alleen chemotherapie]], cancelled)
* activity[+].id = "without"
* insert NoTreatment(cancelled)

Instance: pien-goal
InstanceOf: PersonalGoal
Usage: #example
* insert InLanguage(nl)
* lifecycleStatus = #active
* achievementStatus = http://terminology.hl7.org/CodeSystem/goal-achievement#achieved
* description.text = "Genoeg energie om in de tuin te werken."
* subject = Reference(pien)
* startDate = "2025-01-20"
* target.measure = $score#eq-vas
* target.detailQuantity.value = 70
* target.detailQuantity.comparator = #>=
* target.dueDate = "2025-08-31"
* statusDate = "2025-05-12"
* expressedBy = Reference(pien)
* addresses = Reference(pien-pancreatic-carcinoma)

Instance: pien-planned-operation
InstanceOf: PlannedIndexEvent
Usage: #example
* basedOn = Reference(pien-episode)
* status = #active
* intent = #plan
* code = $hospitalTreatment#limited-resection
* code.text = "Een kleinere operatie"
* subject = Reference(pien)
* occurrenceDateTime = "2025-02-03"

Instance: pien-operation
InstanceOf: IndexProcedure
Usage: #example
* basedOn[+] = Reference(pien-episode)
* basedOn[+] = Reference(pien-decision)
* status = #completed
* code = $hospitalTreatment#limited-resection
* code.text = "Een kleinere operatie"
* subject = Reference(pien)
* performedDateTime = "2025-02-10"
* performer.actor = Reference(pien-surgeon)
* performer.onBehalfOf = Reference(story-hospital)
