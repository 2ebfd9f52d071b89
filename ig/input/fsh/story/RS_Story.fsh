// The people, places and moments of the stories; whoever and whatever is named here is invented.
RuleSet: InLanguage(language)
* language = #{language}

RuleSet: House(name, phone)
* active = true
* name = "{name}"
* telecom.system = #phone
* telecom.value = "{phone}"
* telecom.use = #work

RuleSet: Colleague(name, phone)
* active = true
* name.text = "{name}"
* telecom.system = #phone
* telecom.value = "{phone}"
* telecom.use = #work

RuleSet: Member(role, display, member, organisation)
* participant[+].role[0] = $teamRole#{role} "{display}"
* participant[=].member = Reference({member})
* participant[=].onBehalfOf = Reference({organisation})

// A function besides the profession of the member before it.
RuleSet: AlsoIs(function, display)
* participant[=].role[1] = $teamRole#{function} "{display}"

RuleSet: JoinsOn(day)
* participant[=].period.start = "{day}"

RuleSet: Diagnosis(patient, day)
* clinicalStatus = http://terminology.hl7.org/CodeSystem/condition-clinical#active
* verificationStatus = http://terminology.hl7.org/CodeSystem/condition-ver-status#confirmed
* subject = Reference({patient})
* recordedDate = "{day}"

// The option before it, as it was discussed.
RuleSet: Discussed(aspect, text)
* activity[=].extension[discussed][+].extension[aspect].valueCode = #{aspect}
* activity[=].extension[discussed][=].extension[text].valueString = "{text}"

RuleSet: OptionPart(part, text)
* activity[=].extension[part][+].extension[part].valueCode = #{part}
* activity[=].extension[part][=].extension[value].valueCodeableConcept.text = "{text}"

RuleSet: LeavesGuideline(deviation, reason)
* activity[=].extension[offGuideline].extension[deviation].valueCodeableConcept = $guidelineDeviation#{deviation}
* activity[=].extension[offGuideline].extension[reason].valueString = "{reason}"

// An option by the code of the hospital that offers it.
RuleSet: Option(code, text, status)
* activity[=].detail.code = $hospitalTreatment#{code}
* activity[=].detail.code.text = "{text}"
* activity[=].detail.status = #{status}

RuleSet: WaitAndSee(status)
* activity[=].detail.code = $treatmentOption#wait-and-see
* activity[=].detail.status = #{status}

RuleSet: Agreement(by, day, words)
* extension[agreement].extension[by].valueReference = Reference({by})
* extension[agreement].extension[date].valueDateTime = "{day}"
* extension[agreement].extension[words].valueString = "{words}"

RuleSet: Understanding(words, judgement, judge)
* extension[understanding].extension[words].valueString = "{words}"
* extension[understanding].extension[judgement].valueString = "{judgement}"
* extension[understanding].extension[judgedBy].valueReference = Reference({judge})

RuleSet: Declined(wish, reason)
* extension[declinedWish].extension[wish].valueString = "{wish}"
* extension[declinedWish].extension[reason].valueString = "{reason}"

RuleSet: EpisodeOf(patient, team, condition)
* status = #active
* intent = #plan
* subject = Reference({patient})
* author = Reference(story-hospital)
* addresses = Reference({condition})
* careTeam = Reference({team})

RuleSet: DecisionOf(patient, episode, team, condition, day)
* insert InLanguage(nl)
* partOf = Reference({episode})
* status = #active
* intent = #plan
* subject = Reference({patient})
* created = "{day}"
* author = Reference(story-hospital)
* contributor[+] = Reference({patient})
* careTeam = Reference({team})
* addresses = Reference({condition})

RuleSet: NoTreatment(status)
* activity[=].detail.code = $treatmentOption#no-treatment
* activity[=].detail.status = #{status}

RuleSet: StoryPerson(given, gender, born)
* active = true
* name.family = "Voorbeeld"
* name.given = "{given}"
* gender = #{gender}
* birthDate = "{born}"

RuleSet: TeamOf(patient, name, day)
* status = #active
* name = "{name}"
* subject = Reference({patient})
* period.start = "{day}"
* managingOrganization = Reference(story-hospital)
