Instance: chronic-kidney-disease
InstanceOf: OutcomeSet
Usage: #definition
* insert ShippedSet(chronic-kidney-disease, ChronicKidneyDisease, [[Chronische nierschade]])
* title = "Chronic kidney disease"
* description = "Outcomes of chronic kidney disease: the generic ones, what Dutch dialysis centres ask for Nefrodata, and clinical outcomes. The clinical outcomes, the moments and the case-mix variables are those of the ICHOM set as it is generally known; no source was at hand, so check them before use."
* insert Condition(709044004, [[Chronic kidney disease]])
* insert GenericCore
* insert HalfYearly
* insert NefrodataOutcome(physical-and-mental-health, [[Physical and mental health]], sf-12)
* insert NefrodataOutcome(kidney-symptoms, [[Symptoms of kidney failure]], dialysis-symptom-index)
* insert Outcome(survival, [[Survival]])
* insert PatientRecord(deceased)
* insert YearlyAfter
* insert KidneySource
* insert KidneyOutcome(hospital-admission, [[Hospital admission]], Encounter, class, $actCode#IMP)
* insert KidneyOutcome(cardiovascular-event, [[Cardiovascular event]], Condition, code, $sct#49601007)
* insert KidneyOutcome(kidney-function, [[Kidney function]], Observation, code, $loinc#98979-8)
* insert KidneyOutcome(graft-survival, [[Survival of the transplanted kidney]], Observation, code, $outcome#graft-survival)
* insert OnlyWith(70536003, [[Transplant of kidney]])
* insert KidneyOutcome(vascular-access-survival, [[Survival of the vascular access]], Observation, code, $outcome#vascular-access-survival)
* insert OnlyWith(302497006, [[Hemodialysis]])
* insert KidneyOutcome(peritonitis, [[Peritonitis]], Condition, code, $sct#48661000)
* insert OnlyWith(71192002, [[Peritoneal dialysis]])
* insert CaseMix(age, [[Age]])
* insert PatientRecord(birthDate)
* insert KidneySource
* insert CaseMix(sex, [[Sex]])
* insert PatientRecord(gender)
* insert KidneySource
* insert KidneyCaseMix(education, [[Education]], $loinc#82589-3)
* insert KidneyCaseMix(smoking, [[Smoking]], $loinc#72166-2)
* insert KidneyCaseMix(body-mass-index, [[Body mass index]], $loinc#39156-5)
* insert KidneyCaseMix(comorbidity, [[Comorbidity]], $caseMixVariable#comorbidity)
* insert KidneyCaseMix(primary-kidney-disease, [[Primary kidney disease]], $caseMixVariable#primary-kidney-disease)
* insert KidneyCaseMix(kidney-replacement, [[Kidney replacement therapy]], $caseMixVariable#kidney-replacement)

RuleSet: NefrodataOutcome(code, title, instrument)
* insert Outcome({code}, [[{title}]])
* insert PatientAnswers({instrument})
* insert HalfYearly
* insert Source(A, [[Nefrodata and Renine since October 2018: nefrovisie.nl; how often: C]])

RuleSet: KidneyOutcome(code, title, type, path, recorded)
* insert Outcome({code}, [[{title}]])
* insert TeamRecords({type}, {path}, {recorded})
* insert YearlyAfter
* insert KidneySource

RuleSet: KidneyCaseMix(code, title, recorded)
* insert CaseMix({code}, [[{title}]])
* insert TeamRecords(Observation, code, {recorded})
* insert KidneySource

RuleSet: KidneySource
* insert Source(C, [[ICHOM set for chronic kidney disease as it is generally known: Verberne 2019]])
