Instance: breast-cancer
InstanceOf: OutcomeSet
Usage: #definition
* insert ShippedSet(breast-cancer, BreastCancer, [[Borstkanker]])
* title = "Breast cancer"
* description = "Outcomes of breast cancer: the generic ones and those of the ICHOM set, at the start, after six months and every year for ten years. The ICHOM set asks single items of FACT-ES and LMC21, which are not shipped; for neuropathy the FACT/GOG-Ntx stands in their place, which is our choice."
* insert Condition(254837009, [[Malignant tumor of breast]])
* insert GenericCore
* insert TenYears
* insert BreastOutcome(cancer-symptoms, [[Symptoms and functioning with cancer]], eortc-qlq-c30)
* insert BreastSource
* insert BreastOutcome(breast-symptoms, [[Symptoms of the breast and body image]], eortc-qlq-br23)
* insert BreastSource
* insert BreastOutcome(breast-satisfaction, [[Satisfaction with the breasts]], breast-q)
* insert BreastSource
* insert BreastOutcome(neuropathy, [[Neuropathy]], fact-gog-ntx)
* insert OnlyWith(367336001, [[Chemotherapy]])
* insert Source(C, [[An item of the LMC21 in the ICHOM set for breast cancer; the instrument is our choice]])
* insert Outcome(survival, [[Survival]])
* insert PatientRecord(deceased)
* insert TenYearsAfter
* insert BreastSource
* insert BreastEvent(recurrence, [[Recurrence]], Observation, $outcome#recurrence)
* insert BreastEvent(positive-margin-reoperation, [[Reoperation for positive margins]], Procedure, $outcome#positive-margin-reoperation)
* insert BreastEvent(complication, [[Complication of treatment]], Observation, $outcome#complication)
* insert CaseMix(age, [[Age]])
* insert PatientRecord(birthDate)
* insert BreastSource
* insert CaseMix(sex, [[Sex]])
* insert PatientRecord(gender)
* insert BreastSource
* insert CaseMix(relationship, [[Relationship]])
* insert PatientRecord(maritalStatus)
* insert BreastSource
* insert BreastCaseMix(education, [[Education]], $loinc#82589-3)
* insert BreastCaseMix(menopausal-status, [[Menopausal status]], $sct#161712005)
* insert BreastCaseMix(comorbidity, [[Comorbidity]], $caseMixVariable#comorbidity)
* insert BreastCaseMix(tumour-histology, [[Histology of the tumour]], $sct#396984004)
* insert BreastCaseMix(tumour-grade, [[Grade of the tumour]], $sct#371469007)
* insert BreastCaseMix(tumour-stage, [[Stage of the tumour]], $loinc#21908-9)
* insert BreastCaseMix(oestrogen-receptor, [[Oestrogen receptor]], $sct#445028008)
* insert BreastCaseMix(progesterone-receptor, [[Progesterone receptor]], $sct#445029000)
* insert BreastCaseMix(her2-receptor, [[HER2 receptor]], $loinc#48676-1)
* insert BreastCaseMix(laterality, [[Side]], $caseMixVariable#laterality)
* insert BreastCaseMix(germline-mutation, [[Germline mutation]], $sct#55446002)

RuleSet: BreastOutcome(code, title, instrument)
* insert Outcome({code}, [[{title}]])
* insert PatientAnswers({instrument})
* insert TenYears

RuleSet: BreastEvent(code, title, type, recorded)
* insert Outcome({code}, [[{title}]])
* insert TeamRecords({type}, code, {recorded})
* insert TenYearsAfter
* insert BreastSource

RuleSet: BreastCaseMix(code, title, recorded)
* insert CaseMix({code}, [[{title}]])
* insert TeamRecords(Observation, code, {recorded})
* insert BreastSource

RuleSet: BreastSource
* insert Source(A, [[ICHOM set for breast cancer: HL7 guide fhir-ichom-breast-cancer-ig]])
