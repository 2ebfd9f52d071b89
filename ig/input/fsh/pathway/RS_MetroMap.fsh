// What the metro map of a pathway draws besides its moments. Days count from the index event, negative is before.
RuleSet: MapStation(id, kind, title, dutch, day)
* action[+].id = "{id}"
* action[=].title = "{title}"
* insert Translation(action[=].title, nl, [[{dutch}]])
* action[=].code = $pathwayAction#{kind}
* insert Days(action[=].timingDuration, {day})

RuleSet: WithPatient
* action[=].participant[+].type = #patient

RuleSet: WithRole(role, display)
* action[=].participant[+].type = #practitioner
* action[=].participant[=].role = $teamRole#{role} "{display}"

RuleSet: NeedsFirst(text, dutch)
* action[=].extension[informationNeeded][+].valueString = "{text}"
* insert Translation(action[=].extension[informationNeeded][=].valueString, nl, [[{dutch}]])

// A choice of the decision before it.
RuleSet: Choice(id, title, dutch)
* action[=].action[+].id = "{id}"
* action[=].action[=].title = "{title}"
* insert Translation(action[=].action[=].title, nl, [[{dutch}]])

RuleSet: MapLine(kind, title, dutch)
* extension[pathwayLine][+].extension[title].valueString = "{title}"
* insert Translation(extension[pathwayLine][=].extension[title].valueString, nl, [[{dutch}]])
* extension[pathwayLine][=].extension[kind].valueCode = #{kind}

RuleSet: OfRole(role)
* extension[pathwayLine][=].extension[role][+].valueCodeableConcept = $teamRole#{role}

// The lines of joint replacement: nurses work as one, and so do imaging and laboratory.
RuleSet: JointLines
* insert MapLine(patient, [[Patient]], [[Patiënt]])
* insert MapLine(profession, [[General practitioner]], [[Huisarts]])
* insert OfRole(general-practitioner)
* insert MapLine(profession, [[Orthopaedic surgeon]], [[Orthopedisch chirurg]])
* insert OfRole(orthopaedic-surgeon)
* insert MapLine(profession, [[Nursing]], [[Verpleging]])
* insert OfRole(nurse-specialist)
* insert OfRole(nurse)
* insert MapLine(profession, [[Anaesthetist]], [[Anesthesioloog]])
* insert OfRole(anaesthetist)
* insert MapLine(profession, [[Physiotherapist]], [[Fysiotherapeut]])
* insert OfRole(physiotherapist)
* insert MapLine(diagnostics, [[Diagnostics]], [[Diagnostiek]])
* insert OfRole(radiologist)
* insert OfRole(clinical-chemist)

RuleSet: WhoOperates
* insert WithPatient
* insert WithRole(orthopaedic-surgeon, [[Orthopaedic surgeon]])
* insert WithRole(anaesthetist, [[Anaesthetist]])

RuleSet: JointBefore
* insert MapStation(referral, activity, [[Referral]], [[Verwijzing]], -120)
* insert WithPatient
* insert WithRole(general-practitioner, [[General practitioner]])
* insert MapStation(intake, activity, [[Intake: what matters to you]], [[Intake: wat telt voor u]], -90)
* insert WithPatient
* insert WithRole(nurse-specialist, [[Nurse specialist]])
* insert NeedsFirst([[What you want to be able to do again]], [[Wat u weer wilt kunnen]])
* insert NeedsFirst([[Home situation, other illnesses, medicines]], [[Thuissituatie, andere ziekten, medicijnen]])
* insert MapStation(imaging, activity, [[X-ray of the joint]], [[Röntgenfoto van het gewricht]], -89)
* insert WithPatient
* insert WithRole(radiologist, [[Radiologist]])
* insert MapStation(decision-treatment, decision, [[Choosing the treatment]], [[De behandeling kiezen]], -80)
* insert WithPatient
* insert WithRole(orthopaedic-surgeon, [[Orthopaedic surgeon]])
* insert WithRole(nurse-specialist, [[Nurse specialist]])
* insert NeedsFirst([[X-ray, questionnaires, decision aid]], [[Röntgenfoto, vragenlijsten, keuzehulp]])
* insert Choice(decision-treatment-operate, [[Operate]], [[Opereren]])
* insert Choice(decision-treatment-exercise, [[Exercise and medicines]], [[Oefenen en medicijnen]])
* insert Choice(decision-treatment-wait, [[Wait and see]], [[Afwachten]])

RuleSet: JointTeamMeeting
* insert MapStation(team-meeting, activity, [[Team meeting]], [[Teamoverleg]], -60)
* insert WithRole(orthopaedic-surgeon, [[Orthopaedic surgeon]])
* insert WithRole(anaesthetist, [[Anaesthetist]])
* insert WithRole(clinical-chemist, [[Clinical chemist]])
* insert NeedsFirst([[Cause of the failure: infection or not]], [[Oorzaak van het falen: infectie of niet]])

RuleSet: JointAround
* insert MapStation(screening, activity, [[Check before the operation]], [[Controle voor de operatie]], -30)
* insert WithPatient
* insert WithRole(nurse, [[Nurse]])
* insert WithRole(anaesthetist, [[Anaesthetist]])
* insert WithRole(clinical-chemist, [[Clinical chemist]])
* insert NeedsFirst([[Medicines, blood tests]], [[Medicijnen, bloedonderzoek]])
* insert MapStation(mobilisation, activity, [[Walking again]], [[Weer lopen]], 1)
* insert WithPatient
* insert WithRole(nurse, [[Nurse]])
* insert WithRole(physiotherapist, [[Physiotherapist]])
* insert MapStation(wound-check, activity, [[Check of the wound, by video call]], [[Wondcontrole, via beeldbellen]], 14)
* insert WithPatient
* insert WithRole(nurse-specialist, [[Nurse specialist]])
* insert MapStation(physiotherapy, activity, [[Exercise near home]], [[Oefenen dicht bij huis]], 21)
* insert WithPatient
* insert WithRole(physiotherapist, [[Physiotherapist]])
* insert NeedsFirst([[Report of the operation]], [[Operatieverslag]])
* insert MapStation(check-week-6, activity, [[Visit and X-ray]], [[Controle en röntgenfoto]], 42)
* insert WithPatient
* insert WithRole(orthopaedic-surgeon, [[Orthopaedic surgeon]])
* insert WithRole(radiologist, [[Radiologist]])
* insert MapStation(decision-follow-up, decision, [[Choosing the follow-up]], [[De nazorg kiezen]], 43)
* insert WithPatient
* insert WithRole(orthopaedic-surgeon, [[Orthopaedic surgeon]])
* insert NeedsFirst([[How far you are with your goals]], [[Hoe ver u bent met uw doelen]])
* insert Choice(decision-follow-up-questionnaires, [[Questionnaires only]], [[Alleen vragenlijsten]])
* insert Choice(decision-follow-up-visits, [[Questionnaires and visits]], [[Vragenlijsten en bezoeken]])
