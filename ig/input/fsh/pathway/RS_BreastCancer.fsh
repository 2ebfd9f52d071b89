// What is done and decided round the treatment of breast cancer, besides the moments; a hospital's own pathway adds to it.
RuleSet: BreastCancerStations
* insert Activity(breast-imaging, [[Mammography and ultrasound]], [[Mammografie en echo]], on-site, before-start, 29, 60)
* insert WithPatient
* insert TakesPart(radiologist, [[Radiologist]])
* insert Activity(biopsy, [[Biopsy]], [[Biopsie]], on-site, before-start, 29, 60)
* insert WithPatient
* insert TakesPart(radiologist, [[Radiologist]])
* insert TakesPart(pathologist, [[Pathologist]])
* insert Needs(ImagingStudy)
* insert Station(activity, multidisciplinary-meeting, [[Multidisciplinary meeting]], [[Multidisciplinair overleg]], before-start, 14, 35)
* insert TakesPart(surgical-oncologist, [[Surgical oncologist]])
* insert TakesPart(medical-oncologist, [[Medical oncologist]])
* insert TakesPart(radiotherapist, [[Radiotherapist]])
* insert TakesPart(pathologist, [[Pathologist]])
* insert Needs(DiagnosticReport)
* insert DecisionPoint(treatment-decision, [[Which treatment, and what comes before it]], [[Welke behandeling, en wat eraan voorafgaat]], before-start, 7, 28)
* insert WithPatient
* insert TakesPart(surgical-oncologist, [[Surgical oncologist]])
* insert TakesPart(breast-care-nurse, [[Breast-care nurse]])
* insert Needs(DiagnosticReport)
* insert Needs(QuestionnaireResponse)
* insert Activity(breast-care-consultation, [[Talk with the breast-care nurse]], [[Gesprek met de mammacareverpleegkundige]], on-site, before-start, 7, 28)
* insert WithPatient
* insert TakesPart(breast-care-nurse, [[Breast-care nurse]])
* insert Activity(result-visit, [[Result of the operation]], [[Uitslag van de operatie]], on-site, after-start, 7, 14)
* insert WithPatient
* insert TakesPart(surgical-oncologist, [[Surgical oncologist]])
* insert TakesPart(breast-care-nurse, [[Breast-care nurse]])
* insert Needs(DiagnosticReport)
* insert DecisionPoint(further-treatment, [[Which further treatment]], [[Welke vervolgbehandeling]], after-start, 7, 21)
* insert WithPatient
* insert TakesPart(medical-oncologist, [[Medical oncologist]])
* insert TakesPart(radiotherapist, [[Radiotherapist]])
* insert Needs(DiagnosticReport)
* insert Activity(arm-and-shoulder, [[Arm and shoulder]], [[Arm en schouder]], on-site, after-start, 7, 28)
* insert WithPatient
* insert TakesPart(physiotherapist, [[Physiotherapist]])
* insert Activity(check-month-6, [[How are you, after six months]], [[Hoe gaat het, na zes maanden]], remote, after-start, 152, 213)
* insert WithPatient
* insert TakesPart(nurse-specialist, [[Nurse specialist]])
* insert Needs(QuestionnaireResponse)
* insert Activity(check-month-12, [[Yearly check with mammography]], [[Jaarlijkse controle met mammografie]], on-site, after-start, 335, 395)
* insert WithPatient
* insert TakesPart(radiologist, [[Radiologist]])
* insert TakesPart(nurse-specialist, [[Nurse specialist]])
* insert Needs(QuestionnaireResponse)
