Instance: pancreatic-carcinoma-care
InstanceOf: CarePathway
Usage: #definition
* insert PublishedPathway(pancreatic-carcinoma-care, PancreaticCarcinomaCare)
* title = "Pancreatic carcinoma"
* insert Translation(title, nl, [[Pancreascarcinoom]])
* description = "From diagnosis of pancreatic carcinoma to a year after the first treatment, with or without an operation."
* insert Condition(372142002, [[Carcinoma of pancreas]])
* insert PatientsOwnGoal
* insert IndexEvent([[First treatment]], [[Eerste behandeling]])
* insert QuarterlyMoments(pancreatic-carcinoma)
* insert RecordedEvent(complication, [[Complication of treatment]], Observation, code, $outcome#complication)
* insert Activity(pancreas-imaging, [[CT scan]], [[CT-scan]], on-site, before-start, 22, 42)
* insert WithPatient
* insert TakesPart(radiologist, [[Radiologist]])
* insert Station(activity, pancreas-multidisciplinary-meeting, [[Multidisciplinary meeting]], [[Multidisciplinair overleg]], before-start, 7, 28)
* insert TakesPart(surgeon, [[Surgeon]])
* insert TakesPart(medical-oncologist, [[Medical oncologist]])
* insert TakesPart(radiologist, [[Radiologist]])
* insert Needs(ImagingStudy)
* insert DecisionPoint(pancreas-treatment-decision, [[Operation, chemotherapy, both, or best supportive care]], [[Operatie, chemotherapie, beide, of goede zorg zonder die twee]], before-start, 3, 21)
* insert WithPatient
* insert TakesPart(surgeon, [[Surgeon]])
* insert TakesPart(medical-oncologist, [[Medical oncologist]])
* insert TakesPart(nurse-specialist, [[Nurse specialist]])
* insert Needs(DiagnosticReport)
* insert Needs(QuestionnaireResponse)
* insert Activity(dietitian, [[Weight and nutrition]], [[Gewicht en voeding]], remote, before-start, 3, 21)
* insert WithPatient
* insert TakesPart(dietitian, [[Dietitian]])
* insert Needs(Observation)
* insert Activity(pancreas-check-month-1, [[Check after a month]], [[Controle na een maand]], on-site, after-start, 21, 42)
* insert WithPatient
* insert TakesPart(surgeon, [[Surgeon]])
* insert TakesPart(nurse-specialist, [[Nurse specialist]])
* insert Activity(pancreas-check-month-3, [[What the questionnaires say]], [[Wat de vragenlijsten zeggen]], remote, after-start, 76, 106)
* insert WithPatient
* insert TakesPart(nurse-specialist, [[Nurse specialist]])
* insert Needs(QuestionnaireResponse)
