Instance: pancreatic-carcinoma
InstanceOf: OutcomeSet
Usage: #definition
* insert ShippedSet(pancreatic-carcinoma, PancreaticCarcinoma, [[Pancreascarcinoom]])
* title = "Pancreatic carcinoma"
* description = "Outcomes of pancreatic carcinoma: the generic ones and the core set of COPRAC, asked with the instruments of the Dutch Pancreatic Cancer Project (PACAP) at its moments. There is no ICHOM set. Which instrument covers which outcome, the clinical outcomes and the case-mix variables are general knowledge, so check them before use."
* insert Condition(372142002, [[Carcinoma of pancreas]])
* insert GenericCore
* insert Quarterly
* insert CopracOutcome(usual-activities, [[Work and usual activities]], eortc-qlq-c30)
* insert CopracOutcome(partner-and-family, [[Partner and family]], eortc-qlq-c30)
* insert CopracOutcome(fear-of-recurrence, [[Fear of the future]], eortc-qlq-pan26)
* insert CopracOutcome(satisfaction-with-care, [[Satisfaction with care]], eortc-qlq-pan26)
* insert CopracOutcome(abdominal-complaints, [[Abdominal complaints]], eortc-qlq-pan26)
* insert Outcome(cancer-symptoms, [[Symptoms and functioning with cancer]])
* insert PatientAnswers(eortc-qlq-c30)
* insert Quarterly
* insert Source(A, [[Dutch Pancreatic Cancer Project: NCT03513705]])
* insert Outcome(health-utility, [[Health utility]])
* insert PatientAnswers(eq-5d-5l)
* insert Quarterly
* insert Source(C, [[Dutch Pancreatic Cancer Project as it is generally known]])
* insert Outcome(survival, [[Survival]])
* insert PatientRecord(deceased)
* insert QuarterlyAfter
* insert PancreasSource
* insert Outcome(complication, [[Complication of treatment]])
* insert TeamRecords(Observation, code, $outcome#complication)
* insert QuarterlyAfter
* insert PancreasSource
* insert CaseMix(age, [[Age]])
* insert PatientRecord(birthDate)
* insert PancreasSource
* insert CaseMix(sex, [[Sex]])
* insert PatientRecord(gender)
* insert PancreasSource
* insert PancreasCaseMix(comorbidity, [[Comorbidity]], $caseMixVariable#comorbidity)
* insert PancreasCaseMix(performance-status, [[Performance status]], $loinc#89247-1)
* insert PancreasCaseMix(tumour-stage, [[Stage of the tumour]], $caseMixVariable#tumour-stage)
* insert PancreasCaseMix(treatment, [[Treatment]], $caseMixVariable#treatment)

RuleSet: CopracOutcome(code, title, instrument)
* insert Outcome({code}, [[{title}]])
* insert PatientAnswers({instrument})
* insert Quarterly
* insert Source(C, [[COPRAC core set: doi 10.1097/SLA.0000000000002633; that this instrument covers the outcome is general knowledge]])

RuleSet: PancreasCaseMix(code, title, recorded)
* insert CaseMix({code}, [[{title}]])
* insert TeamRecords(Observation, code, {recorded})
* insert PancreasSource

RuleSet: PancreasSource
* insert Source(C, [[General knowledge of pancreatic audits]])
