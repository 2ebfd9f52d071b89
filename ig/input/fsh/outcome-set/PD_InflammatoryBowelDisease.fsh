Instance: inflammatory-bowel-disease
InstanceOf: OutcomeSet
Usage: #definition
* insert ShippedSet(inflammatory-bowel-disease, InflammatoryBowelDisease, [[Inflammatoire darmziekten]])
* title = "Inflammatory bowel disease"
* description = "Outcomes of Crohn's disease and ulcerative colitis: the generic ones, those of the ICHOM set, and the activity of the disease as the H2O project asks for it, at the start and every year. Comorbidity includes hepatitis B, tuberculosis and HIV."
* insert Condition(24526004, [[Inflammatory bowel disease]])
* insert GenericCore
* insert Yearly
* insert Outcome(disease-control, [[Control of the disease]])
* insert PatientAnswers(ibd-control)
* insert Yearly
* insert BowelSource(B)
* insert Outcome(crohn-activity, [[Activity of Crohn's disease]])
* insert PatientAnswers(pro2-crohn)
* insert OnlyWith(34000006, [[Crohn's disease]])
* insert Yearly
* insert ActivitySource
* insert Outcome(colitis-activity, [[Activity of ulcerative colitis]])
* insert PatientAnswers(pro2-colitis)
* insert OnlyWith(64766004, [[Ulcerative colitis]])
* insert Yearly
* insert ActivitySource
* insert Outcome(survival, [[Survival]])
* insert PatientRecord(deceased)
* insert YearlyAfter
* insert BowelSource(B)
* insert BowelOutcome(anaemia, [[Anaemia]], Condition, code, $sct#271737000, B)
* insert BowelOutcome(steroid-use, [[Use of corticosteroids]], Observation, code, $outcome#steroid-use, B)
* insert BowelOutcome(complication, [[Complication of treatment]], Observation, code, $outcome#complication, B)
* insert BowelOutcome(colorectal-cancer, [[Colorectal cancer]], Condition, code, $sct#781382000, B)
* insert BowelOutcome(hospital-admission, [[Hospital admission]], Encounter, class, $actCode#IMP, B)
* insert BowelOutcome(emergency-visit, [[Emergency visit]], Encounter, class, $actCode#EMER, B)
* insert BowelOutcome(body-weight, [[Body weight]], Observation, code, $loinc#29463-7, C)
* insert CaseMix(age, [[Age]])
* insert PatientRecord(birthDate)
* insert BowelSource(B)
* insert CaseMix(sex, [[Sex]])
* insert PatientRecord(gender)
* insert BowelSource(B)
* insert BowelCaseMix(education, [[Education]], Observation, $loinc#82589-3)
* insert BowelCaseMix(smoking, [[Smoking]], Observation, $loinc#72166-2)
* insert BowelCaseMix(diagnosis, [[Diagnosis]], Condition, $sct#24526004)
* insert BowelCaseMix(disease-phenotype, [[Extent of the disease]], Observation, $caseMixVariable#disease-phenotype)
* insert BowelCaseMix(extra-intestinal-manifestation, [[Extra-intestinal manifestation]], Observation, $caseMixVariable#extra-intestinal-manifestation)
* insert BowelCaseMix(comorbidity, [[Comorbidity]], Observation, $caseMixVariable#comorbidity)

RuleSet: BowelOutcome(code, title, type, path, recorded, mark)
* insert Outcome({code}, [[{title}]])
* insert TeamRecords({type}, {path}, {recorded})
* insert YearlyAfter
* insert BowelSource({mark})

RuleSet: BowelCaseMix(code, title, type, recorded)
* insert CaseMix({code}, [[{title}]])
* insert TeamRecords({type}, code, {recorded})
* insert BowelSource(B)

RuleSet: BowelSource(mark)
* insert Source({mark}, [[ICHOM set for inflammatory bowel disease: doi 10.1093/ecco-jcc/jjx161]])

RuleSet: ActivitySource
* insert Source(B, [[H2O set for inflammatory bowel disease: doi 10.1093/ecco-jcc/jjad195]])
