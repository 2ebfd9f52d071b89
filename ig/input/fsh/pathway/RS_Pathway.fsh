RuleSet: PublishedPathway(id, name)
* insert Published({name})
* url = "https://w3id.org/meerwaarde/fhir/PlanDefinition/{id}"
* type = http://terminology.hl7.org/CodeSystem/plan-definition-type#clinical-protocol

// The procedure an episode is counted from: one that is based on the episode. A code narrows it down; see CodedIndexEvent.
RuleSet: IndexEvent(title, dutch)
* action[+].id = "index-event"
* action[=].title = "{title}"
* insert Translation(action[=].title, nl, [[{dutch}]])
* action[=].code.coding = $pathwayAction#index-event
* action[=].input.type = #Procedure

RuleSet: CodedIndexEvent(title, dutch, code, display)
* insert IndexEvent([[{title}]], [[{dutch}]])
* action[=].input.codeFilter.path = "code"
* action[=].input.codeFilter.code = $sct#{code} "{display}"

// Days: the target counts from the index event (negative = before); the window lies on the side the relationship names.
RuleSet: Moment(moment, title, dutch, relationship, target, first, last, oxford)
* action[+].id = "{moment}"
* action[=].title = "{title}"
* insert Translation(action[=].title, nl, [[{dutch}]])
* action[=].code.coding[+] = $pathwayAction#measurement-moment
* action[=].code.coding[+] = $measurementMoment#{moment}
* insert Window({relationship}, {first}, {last})
* insert Days(action[=].timingDuration, {target})
* insert Asks({moment}, {oxford})
* insert Asks({moment}, eq-5d-5l)
* insert Asks({moment}, eq-5d-3l)

RuleSet: Window(relationship, first, last)
* action[=].relatedAction.actionId = "index-event"
* action[=].relatedAction.relationship = #{relationship}
* insert Days(action[=].relatedAction.offsetRange.low, {first})
* insert Days(action[=].relatedAction.offsetRange.high, {last})

RuleSet: Days(element, days)
* {element} = {days} 'd' "days"

// Without a version: an episode asks the version that is in force when the patient answers, the response is stamped with it.
RuleSet: Asks(moment, instrument)
* action[=].action[+].id = "{moment}-{instrument}"
* action[=].action[=].definitionCanonical = "https://w3id.org/meerwaarde/fhir/Questionnaire/{instrument}"

RuleSet: Moments(oxford)
* insert Moment(baseline, [[Baseline]], [[Nulmeting]], before-start, 0, 0, 182, {oxford})
* insert Moment(month-6, [[6 months]], [[6 maanden]], after-start, 183, 122, 305, {oxford})
* insert Moment(month-12, [[12 months]], [[12 maanden]], after-start, 365, 306, 548, {oxford})

// A window names both ends, so that nobody has to guess what a missing one means.
RuleSet: OutcomeEvent(event, title, endsFollowUp, first, last)
* action[+].id = "{event}"
* action[=].extension[endsFollowUp].valueBoolean = {endsFollowUp}
* action[=].title = "{title}"
* action[=].code.coding[+] = $pathwayAction#outcome-event
* action[=].code.coding[+] = $outcomeEvent#{event}
* insert Window(after-start, {first}, {last})

// We are not sure of a SNOMED CT code that covers every revision, so a revision is recognised by an episode of the
// revision pathway (same patient and side) rather than by a procedure code. It counts for a lifetime, a hundred years.
RuleSet: RevisionEndsFollowUp(pathway)
* insert OutcomeEvent(revision, [[Revision]], true, 0, 36525)
* action[=].definitionCanonical = "https://w3id.org/meerwaarde/fhir/PlanDefinition/{pathway}"

RuleSet: ReadmissionWithin30Days
* insert OutcomeEvent(readmission, [[Readmission within 30 days]], false, 1, 30)
* action[=].input.type = #Encounter
* action[=].input.codeFilter.path = "class"
* action[=].input.codeFilter.code = $actCode#IMP
