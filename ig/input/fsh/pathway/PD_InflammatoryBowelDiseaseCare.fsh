Instance: inflammatory-bowel-disease-care
InstanceOf: CarePathway
Usage: #definition
* insert PublishedPathway(inflammatory-bowel-disease-care, InflammatoryBowelDiseaseCare)
* title = "Inflammatory bowel disease"
* insert Translation(title, nl, [[Inflammatoire darmziekten]])
* description = "Crohn's disease and ulcerative colitis, five years from the start of the treatment that the episode is about."
* insert Condition(24526004, [[Inflammatory bowel disease]])
* insert PatientsOwnGoal
* insert IndexEvent([[Start of treatment]], [[Begin van de behandeling]])
* insert YearlyMoments(inflammatory-bowel-disease)
* insert RecordedEvent(complication, [[Complication of treatment]], Observation, code, $outcome#complication)
* insert AdmissionAfterwards
* insert Activity(endoscopy, [[Endoscopy]], [[Endoscopie]], on-site, before-start, 29, 60)
* insert WithPatient
* insert TakesPart(gastroenterologist, [[Gastroenterologist]])
* insert Activity(bowel-laboratory, [[Blood and stool tests]], [[Bloed- en ontlastingonderzoek]], on-site, before-start, 29, 60)
* insert WithPatient
* insert TakesPart(gastroenterologist, [[Gastroenterologist]])
* insert DecisionPoint(bowel-treatment-decision, [[Which treatment, also less than before]], [[Welke behandeling, ook minder dan eerst]], before-start, 0, 28)
* insert WithPatient
* insert TakesPart(gastroenterologist, [[Gastroenterologist]])
* insert TakesPart(nurse-specialist, [[Nurse specialist]])
* insert Needs(DiagnosticReport)
* insert Needs(QuestionnaireResponse)
* insert Activity(bowel-check-month-3, [[Does it work]], [[Werkt het]], remote, after-start, 76, 106)
* insert WithPatient
* insert TakesPart(nurse-specialist, [[Nurse specialist]])
* insert Needs(Observation)
* insert Activity(bowel-check-month-12, [[Yearly check]], [[Jaarlijkse controle]], on-site, after-start, 335, 395)
* insert WithPatient
* insert TakesPart(gastroenterologist, [[Gastroenterologist]])
* insert Needs(QuestionnaireResponse)
