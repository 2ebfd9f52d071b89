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
// Counted where a hospital asks it, but not asked besides the newer one unless somebody wants that.
* action[=].action[=].precheckBehavior = #no

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

// What a clinician records as outcome, for five years; how it is recorded is what the outcome set of the condition says.
RuleSet: RecordedEvent(event, title, type, path, recorded)
* insert OutcomeEvent({event}, [[{title}]], false, 0, 1826)
* insert RecordedAs({type}, {path}, {recorded})

// The stay in which the treatment began is no admission after it.
RuleSet: AdmissionAfterwards
* insert OutcomeEvent(hospital-admission, [[Hospital admission]], false, 1, 1826)
* insert RecordedAs(Encounter, class, $actCode#IMP)

RuleSet: RecordedAs(type, path, recorded)
* action[=].input.type = #{type}
* action[=].input.codeFilter.path = "{path}"
* action[=].input.codeFilter.code = {recorded}

// Of conditions that outcome sets are for: every instrument that the set asks at the moment, as long as the set is switched on.
RuleSet: SetMoment(moment, title, nl, relationship, target, first, last, set)
* action[+].id = "{moment}"
* action[=].title = "{title}"
* insert Translation(action[=].title, nl, [[{nl}]])
* action[=].code.coding[+] = $pathwayAction#measurement-moment
* action[=].code.coding[+] = $measurementMoment#{moment}
* insert Window({relationship}, {first}, {last})
* insert Days(action[=].timingDuration, {target})
* action[=].action[+].id = "{moment}-outcome-set"
* action[=].action[=].code = $pathwayAction#outcome-set
* action[=].action[=].definitionCanonical = "https://w3id.org/meerwaarde/fhir/PlanDefinition/{set}|1.0.0"

// A wider window than that of a replacement: whoever is diagnosed is asked soon, and treated when it is decided.
// The first station: preferences, needs, values and context, and how the patient can be asked best.
RuleSet: IntakeMoment
* action[+].id = "intake"
* action[=].title = "Intake"
* insert Translation(action[=].title, nl, [[Intake]])
* action[=].code.coding[+] = $pathwayAction#measurement-moment
* action[=].code.coding[+] = $measurementMoment#intake
* action[=].code.coding[+] = $pathwayAction#intake
* insert Window(before-start, 0, 365)
* insert Days(action[=].timingDuration, -90)
* insert Asks(intake, intake)

// Whether the decision was shared is asked about the decision itself; the last answer before the treatment is the baseline's.
RuleSet: SetBaseline(set)
* insert IntakeMoment
* insert SetMoment(baseline, [[Baseline]], [[Nulmeting]], before-start, 0, 0, 182, {set})
* insert Counts(baseline, collaborate)

// Counted where somebody asks it; the moment itself does not ask it.
RuleSet: Counts(moment, instrument)
* insert Asks({moment}, {instrument})
* action[=].action[=].precheckBehavior = #no

RuleSet: Experience(moment)
* insert Counts({moment}, prem-msz)

RuleSet: After(moment, title, nl, target, first, last, set)
* insert SetMoment({moment}, [[{title}]], [[{nl}]], after-start, {target}, {first}, {last}, {set})

// Windows meet halfway between moments.
RuleSet: QuarterlyMoments(set)
* insert SetBaseline({set})
* insert After(month-3, [[3 months]], [[3 maanden]], 91, 46, 136, {set})
* insert Experience(month-3)
* insert After(month-6, [[6 months]], [[6 maanden]], 183, 137, 228, {set})
* insert After(month-9, [[9 months]], [[9 maanden]], 274, 229, 319, {set})
* insert After(month-12, [[12 months]], [[12 maanden]], 365, 320, 456, {set})

RuleSet: HalfYearlyMoments(set)
* insert SetBaseline({set})
* insert After(month-6, [[6 months]], [[6 maanden]], 183, 92, 273, {set})
* insert Experience(month-6)
* insert After(month-12, [[12 months]], [[12 maanden]], 365, 274, 456, {set})
* insert After(month-18, [[18 months]], [[18 maanden]], 548, 457, 639, {set})
* insert After(month-24, [[24 months]], [[24 maanden]], 731, 640, 821, {set})
* insert After(month-30, [[30 months]], [[30 maanden]], 913, 822, 1004, {set})
* insert After(month-36, [[36 months]], [[36 maanden]], 1096, 1005, 1186, {set})
* insert After(month-42, [[42 months]], [[42 maanden]], 1278, 1187, 1369, {set})
* insert After(month-48, [[48 months]], [[48 maanden]], 1461, 1370, 1552, {set})
* insert After(month-54, [[54 months]], [[54 maanden]], 1644, 1553, 1735, {set})
* insert After(month-60, [[60 months]], [[60 maanden]], 1826, 1736, 1917, {set})

RuleSet: FromSecondYear(set)
* insert After(month-24, [[24 months]], [[24 maanden]], 731, 548, 913, {set})
* insert After(month-36, [[36 months]], [[36 maanden]], 1096, 914, 1278, {set})
* insert After(month-48, [[48 months]], [[48 maanden]], 1461, 1279, 1643, {set})
* insert After(month-60, [[60 months]], [[60 maanden]], 1826, 1644, 2008, {set})

RuleSet: YearlyMoments(set)
* insert SetBaseline({set})
* insert After(month-12, [[12 months]], [[12 maanden]], 365, 183, 547, {set})
* insert Experience(month-12)
* insert FromSecondYear({set})

RuleSet: TenYearMoments(set)
* insert SetBaseline({set})
* insert After(month-6, [[6 months]], [[6 maanden]], 183, 92, 273, {set})
* insert Experience(month-6)
* insert After(month-12, [[12 months]], [[12 maanden]], 365, 274, 547, {set})
* insert FromSecondYear({set})
* insert After(month-72, [[72 months]], [[72 maanden]], 2192, 2009, 2374, {set})
* insert After(month-84, [[84 months]], [[84 maanden]], 2557, 2375, 2739, {set})
* insert After(month-96, [[96 months]], [[96 maanden]], 2922, 2740, 3104, {set})
* insert After(month-108, [[108 months]], [[108 maanden]], 3287, 3105, 3469, {set})
* insert After(month-120, [[120 months]], [[120 maanden]], 3652, 3470, 3835, {set})

// Something that is done, with the days it may be done on and where: on-site, or remote where that will do.
RuleSet: Activity(id, title, nl, setting, relationship, first, last)
* insert Station(activity, {id}, [[{title}]], [[{nl}]], {relationship}, {first}, {last})
* action[=].code.coding[+] = $visitSetting#{setting}

RuleSet: DecisionPoint(id, title, nl, relationship, first, last)
* insert Station(decision, {id}, [[{title}]], [[{nl}]], {relationship}, {first}, {last})
* action[=].code.coding[+] = $visitSetting#on-site

RuleSet: Station(kind, id, title, nl, relationship, first, last)
* action[+].id = "{id}"
* action[=].title = "{title}"
* insert Translation(action[=].title, nl, [[{nl}]])
* action[=].code.coding[+] = $pathwayAction#{kind}
* insert Window({relationship}, {first}, {last})

// Who takes part, besides the patient.
RuleSet: TakesPart(role, display)
* action[=].participant[+].type = #practitioner
* action[=].participant[=].role = $teamRole#{role} "{display}"

// What must be known before it.
RuleSet: Needs(type)
* action[=].input[+].type = #{type}

RuleSet: PatientsOwnGoal
* goal.id = "what-matters"
* goal.description.text = "What matters to the patient, in the patient's own words"
* insert Translation(goal.description.text, nl, [[Wat voor de patiënt belangrijk is, in eigen woorden]])
