Instance: chronic-kidney-disease-care
InstanceOf: CarePathway
Usage: #definition
* insert PublishedPathway(chronic-kidney-disease-care, ChronicKidneyDiseaseCare)
* title = "Chronic kidney disease"
* insert Translation(title, nl, [[Chronische nierschade]])
* description = "Advanced chronic kidney disease to five years after the start of kidney replacement therapy or of conservative care."
* insert Condition(709044004, [[Chronic kidney disease]])
* insert PatientsOwnGoal
* insert IndexEvent([[Start of kidney replacement therapy or of conservative care]], [[Begin van nierfunctievervangende of conservatieve behandeling]])
* insert HalfYearlyMoments(chronic-kidney-disease)
* insert RecordedEvent(cardiovascular-event, [[Cardiovascular event]], Condition, code, $sct#49601007)
* insert AdmissionAfterwards
* insert Activity(kidney-function, [[Blood and urine tests]], [[Bloed- en urineonderzoek]], on-site, before-start, 91, 150)
* insert WithPatient
* insert TakesPart(nephrologist, [[Nephrologist]])
* insert Activity(dialysis-education, [[What dialysis, transplantation and care without them mean]], [[Wat dialyse, transplantatie en behandeling zonder die twee betekenen]], remote, before-start, 30, 150)
* insert WithPatient
* insert TakesPart(dialysis-nurse, [[Dialysis nurse]])
* insert TakesPart(social-worker, [[Social worker]])
* insert DecisionPoint(kidney-replacement-decision, [[Transplantation, dialysis in which form, or conservative care]], [[Transplantatie, dialyse in welke vorm, of conservatieve behandeling]], before-start, 14, 90)
* insert WithPatient
* insert TakesPart(nephrologist, [[Nephrologist]])
* insert TakesPart(dialysis-nurse, [[Dialysis nurse]])
* insert Needs(Observation)
* insert Needs(QuestionnaireResponse)
* insert Activity(access-consultation, [[Access for dialysis, where there is one]], [[Toegang voor dialyse, als die er komt]], on-site, before-start, 14, 90)
* insert WithPatient
* insert TakesPart(vascular-surgeon, [[Vascular surgeon]])
* insert Activity(kidney-check-month-3, [[Check after three months]], [[Controle na drie maanden]], on-site, after-start, 76, 106)
* insert WithPatient
* insert TakesPart(nephrologist, [[Nephrologist]])
* insert Needs(Observation)
* insert Activity(kidney-check-month-6, [[What the questionnaires say]], [[Wat de vragenlijsten zeggen]], remote, after-start, 152, 213)
* insert WithPatient
* insert TakesPart(nurse-specialist, [[Nurse specialist]])
* insert Needs(QuestionnaireResponse)
