Instance: knee-osteoarthritis
InstanceOf: OutcomeSet
Usage: #definition
* insert ShippedSet(knee-osteoarthritis, KneeOsteoarthritis, [[Knieartrose]])
* title = "Knee osteoarthritis"
* description = "Outcomes of knee osteoarthritis: the generic ones and those of the ICHOM set for hip and knee osteoarthritis, at the start of treatment and every year."
* insert Condition(239873007, [[Osteoarthritis of knee]])
* insert GenericCore
* insert Yearly
* insert KneeOutcome(knee-pain, [[Pain in the knee]], nrs-pain-knee)
* insert KneeOutcome(hip-pain, [[Pain in the hip]], nrs-pain-hip)
* insert KneeOutcome(back-pain, [[Pain in the back]], nrs-pain-back)
* insert KneeOutcome(knee-function, [[Function of the knee]], koos-ps)
* insert KneeOutcome(health-utility, [[Health utility]], eq-5d-3l)
* insert Outcome(work-status, [[Work status]])
* insert PatientTells($loinc#67875-5)
* insert Yearly
* insert KneeSource(A)
* insert Outcome(satisfaction-with-result, [[Satisfaction with the result]])
* insert PatientTells($outcome#satisfaction-with-result)
* insert YearlyAfter
* insert KneeSource(A)
* insert Outcome(survival, [[Survival]])
* insert PatientRecord(deceased)
* insert YearlyAfter
* insert KneeSource(A)
* insert KneeEvent(reoperation, [[Reoperation]], Procedure, code, $outcome#reoperation)
* insert KneeEvent(readmission, [[Readmission]], Encounter, class, $actCode#IMP)
* insert KneeEvent(disease-progression, [[Progression of the disease]], Observation, code, $outcome#disease-progression)
* insert CaseMix(age, [[Age]])
* insert PatientRecord(birthDate)
* insert KneeSource(C)
* insert CaseMix(sex, [[Sex]])
* insert PatientRecord(gender)
* insert KneeSource(C)
* insert KneeCaseMix(body-mass-index, [[Body mass index]], $loinc#39156-5)
* insert KneeCaseMix(education, [[Education]], $loinc#82589-3)
* insert KneeCaseMix(smoking, [[Smoking]], $loinc#72166-2)
* insert KneeCaseMix(physical-activity, [[Physical activity]], $caseMixVariable#physical-activity)
* insert KneeCaseMix(comorbidity, [[Comorbidity]], $caseMixVariable#comorbidity)
* insert KneeCaseMix(joint-history, [[History of the joint]], $caseMixVariable#joint-history)
* insert KneeCaseMix(joint-deformity, [[Deformity of the joint]], $caseMixVariable#joint-deformity)

RuleSet: KneeOutcome(code, title, instrument)
* insert Outcome({code}, [[{title}]])
* insert PatientAnswers({instrument})
* insert Yearly
* insert KneeSource(A)

RuleSet: KneeEvent(code, title, type, path, recorded)
* insert Outcome({code}, [[{title}]])
* insert TeamRecords({type}, {path}, {recorded})
* insert YearlyAfter
* insert KneeSource(A)

RuleSet: KneeCaseMix(code, title, recorded)
* insert CaseMix({code}, [[{title}]])
* insert TeamRecords(Observation, code, {recorded})
* insert KneeSource(C)

RuleSet: KneeSource(mark)
* insert Source({mark}, [[ICHOM set for hip and knee osteoarthritis: doi 10.1002/acr.22868]])
