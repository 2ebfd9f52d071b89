// Joris, 41, has been well for years and takes less medicine than the guideline has; others in remission choose the same.
Instance: joris
InstanceOf: Patient
Usage: #example
* insert StoryPerson(Joris, male, 1983-04-02)

Instance: joris-crohn
InstanceOf: Condition
Usage: #example
* insert Diagnosis(joris, 2015-06-01)
* code = $sct#34000006 "Crohn's disease"
* code.text = "Ziekte van Crohn"

Instance: joris-gastroenterologist
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[dr. O. Darm]], [[+31 20 555 0441]])

Instance: joris-nurse-specialist
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[P. Buik]], [[+31 20 555 0442]])

Instance: joris-team
InstanceOf: TreatmentTeam
Usage: #example
* insert TeamOf(joris, [[Behandelteam van Joris Voorbeeld]], 2024-01-08)
* insert Member(gastroenterologist, [[Gastroenterologist]], joris-gastroenterologist, story-hospital)
* insert AlsoIs(main-practitioner, [[Main practitioner]])
* insert Member(nurse-specialist, [[Nurse specialist]], joris-nurse-specialist, story-hospital)
* insert AlsoIs(contact-person, [[Contact person]])

Instance: joris-episode
InstanceOf: Episode
Usage: #example
* instantiatesCanonical = "https://w3id.org/meerwaarde/fhir/PlanDefinition/inflammatory-bowel-disease-care|1.0.0"
* insert EpisodeOf(joris, joris-team, joris-crohn)

Instance: joris-decision
InstanceOf: SharedDecision
Usage: #example
* insert DecisionOf(joris, joris-episode, joris-team, joris-crohn, 2024-02-05)
* extension[decisionPoint].valueCodeableConcept = $decisionPoint#medication
* extension[choice].valueCodeableConcept.text = "Het middel minder vaak"
* insert Agreement(joris, 2024-02-05, [[Minder vaak prikken; als het terugkomt bel ik.]])
* insert Understanding([[Het kan terugkomen. Dan ga ik terug naar de oude dosis.]], [[Weet waarop hij moet letten en wanneer hij belt.]], joris-nurse-specialist)
* extension[preference].valueString = "Zo weinig medicijnen als kan."
* contributor[+] = Reference(joris-gastroenterologist)
* contributor[+] = Reference(joris-nurse-specialist)
* activity[+].id = "usual"
* insert OptionPart(dose, [[Zoals het was]])
* insert Discussed(benefit, [[Zekerheid.]])
* insert Discussed(harm, [[Bijwerkingen van het middel.]])
* activity[=].detail.code.text = "Het middel zoals het was"
* activity[=].detail.status = #cancelled
* activity[+].id = "less"
* insert OptionPart(dose, [[De helft zo vaak]])
* insert LeavesGuideline(less-treatment, [[Al jaren rustig; hij wil zo weinig medicijnen als kan en houdt zelf de klachten bij.]])
* insert Discussed(benefit, [[Minder medicijnen.]])
* insert Discussed(harm, [[Meer kans op een opvlamming.]])
* activity[=].detail.code.text = "Het middel minder vaak"
* activity[=].detail.status = #in-progress
* activity[+].id = "wait-and-see"
* insert WaitAndSee(cancelled)

Instance: joris-new-dose
InstanceOf: IndexProcedure
Usage: #example
* basedOn[+] = Reference(joris-episode)
* basedOn[+] = Reference(joris-decision)
* status = #completed
* code.text = "Begin met de nieuwe dosis"
* subject = Reference(joris)
* performedDateTime = "2024-02-19"
* performer.actor = Reference(joris-nurse-specialist)
* performer.onBehalfOf = Reference(story-hospital)

// Whether less medicine costs control of the disease.
Instance: joris-measure
InstanceOf: FactMeasure
Usage: #example
* url = "https://hospital.example.org/fhir/Measure/control-of-bowel-disease"
* version = "1.0.0"
* name = "ControlOfBowelDisease"
* title = "Control of bowel disease at the start of a treatment and a year later"
* status = #active
* experimental = true
* publisher = "Voorbeeldziekenhuis"
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#continuous-variable
* type = http://terminology.hl7.org/CodeSystem/measure-type#patient-reported-outcome
* improvementNotation = http://terminology.hl7.org/CodeSystem/measure-improvement-notation#increase
* extension[pathway].valueCanonical = "https://w3id.org/meerwaarde/fhir/PlanDefinition/inflammatory-bowel-disease-care"
* extension[score].valueCoding = $score#ibd-control-8
* extension[moments].extension[before].valueCoding = $measurementMoment#baseline
* extension[moments].extension[after].valueCoding = $measurementMoment#month-12
* insert MeanOfAll(mean-before)
* insert MeanOfAll(mean-after)
* insert MeanOfAll(mean-gain)
* insert ShareOfAll(improved-any, Improved)
* insert ShareOfAll(worsened, Worsened)
