// Karel, 72, chooses dialysis without a shunt. His daughter answers for him.
Instance: karel
InstanceOf: Patient
Usage: #example
* insert StoryPerson(Karel, male, 1952-02-11)

Instance: karel-daughter
InstanceOf: RelatedPerson
Usage: #example
* active = true
* patient = Reference(karel)
* relationship = http://terminology.hl7.org/CodeSystem/v3-RoleCode#DAUC
* name.text = "Lies Voorbeeld"

Instance: karel-kidney-disease
InstanceOf: Condition
Usage: #example
* insert Diagnosis(karel, 2024-03-11)
* code = $sct#709044004 "Chronic kidney disease"
* code.text = "Chronische nierschade"

Instance: karel-nephrologist
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[dr. K. Nier]], [[+31 20 555 0421]])

Instance: karel-dialysis-nurse
InstanceOf: Practitioner
Usage: #example
* insert Colleague([[L. Dialyse]], [[+31 20 555 0422]])

Instance: karel-team
InstanceOf: TreatmentTeam
Usage: #example
* insert TeamOf(karel, [[Behandelteam van Karel Voorbeeld]], 2024-09-02)
* insert Member(nephrologist, [[Nephrologist]], karel-nephrologist, story-hospital)
* insert AlsoIs(main-practitioner, [[Main practitioner]])
* insert Member(dialysis-nurse, [[Dialysis nurse]], karel-dialysis-nurse, story-hospital)
* insert AlsoIs(contact-person, [[Contact person]])
* participant[+].role[0] = $teamRole#informal-carer "Informal carer"
* participant[=].member = Reference(karel-daughter)

Instance: karel-episode
InstanceOf: Episode
Usage: #example
* instantiatesCanonical = "https://w3id.org/meerwaarde/fhir/PlanDefinition/chronic-kidney-disease-care|1.0.0"
* insert EpisodeOf(karel, karel-team, karel-kidney-disease)

Instance: karel-decision
InstanceOf: SharedDecision
Usage: #example
* insert DecisionOf(karel, karel-episode, karel-team, karel-kidney-disease, 2024-11-18)
* extension[decisionPoint].valueCodeableConcept = $decisionPoint#kidney-replacement
* extension[choice].valueCodeableConcept = $hospitalTreatment#haemodialysis-by-catheter
* insert Agreement(karel, 2024-11-18, [[Wel dialyse, geen operatie aan mijn arm.]])
* insert Understanding([[Door de lijn kan een ontsteking komen. Dat neem ik erbij.]], [[Kent het nadeel van een lijn en de kans op een ontsteking.]], karel-nephrologist)
* extension[preference].valueString = "Ik speel elke zondag orgel; mijn armen laat ik heel."
* extension[multidisciplinaryProposal].extension[option].valueCodeableConcept = $hospitalTreatment#haemodialysis-by-shunt
* extension[multidisciplinaryProposal].extension[date].valueDateTime = "2024-11-11"
* contributor[+] = Reference(karel-daughter)
* contributor[+] = Reference(karel-nephrologist)
* contributor[+] = Reference(karel-dialysis-nurse)
* activity[+].id = "shunt"
* insert Discussed(benefit, [[Minder ontstekingen.]])
* insert Discussed(harm, [[Een operatie aan de arm.]])
* insert Option(haemodialysis-by-shunt, [[Hemodialyse met een shunt]], cancelled)
* activity[+].id = "catheter"
* insert LeavesGuideline(other-treatment, [[Hij wil geen operatie aan zijn arm, omdat hij orgel speelt.]])
* insert Discussed(benefit, [[Geen operatie aan de arm.]])
* insert Discussed(harm, [[Meer kans op een ontsteking.]])
* insert Discussed(burden, [[Drie keer per week naar het ziekenhuis.]])
* insert Option(haemodialysis-by-catheter, [[Hemodialyse met een lijn]], scheduled)
* activity[+].id = "at-home"
* insert Option(peritoneal-dialysis, [[Buikspoelen thuis]], cancelled)
* activity[+].id = "without"
* insert NoTreatment(cancelled)

Instance: karel-dialysis
InstanceOf: IndexProcedure
Usage: #example
* basedOn[+] = Reference(karel-episode)
* basedOn[+] = Reference(karel-decision)
* status = #in-progress
* code = $hospitalTreatment#haemodialysis-by-catheter
* code.text = "Hemodialyse met een lijn"
* subject = Reference(karel)
* performedPeriod.start = "2025-02-03"
* performer.actor = Reference(karel-nephrologist)
* performer.onBehalfOf = Reference(story-hospital)

Instance: karel-intake
InstanceOf: PromResponse
Usage: #example
* extension[respondent].valueCoding = https://w3id.org/meerwaarde/fhir/CodeSystem/respondent#proxy
* basedOn = Reference(karel-episode)
* questionnaire = "https://w3id.org/meerwaarde/fhir/Questionnaire/intake|1.0.0"
* status = #completed
* subject = Reference(karel)
* authored = "2024-09-10T15:00:00+02:00"
* source = Reference(karel-daughter)
* item[+].linkId = "intake-values"
* item[=].answer.valueString = "Orgel spelen, en de kleinkinderen."
* item[+].linkId = "intake-informant"
* item[=].answer.valueCoding = https://w3id.org/meerwaarde/fhir/CodeSystem/intake-answer#relative
* item[+].linkId = "intake-asking"
* item[=].answer.valueCoding = https://w3id.org/meerwaarde/fhir/CodeSystem/intake-answer#relative-for-me
