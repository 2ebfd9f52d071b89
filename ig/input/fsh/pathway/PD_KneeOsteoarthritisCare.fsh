Instance: knee-osteoarthritis-care
InstanceOf: CarePathway
Usage: #definition
* insert PublishedPathway(knee-osteoarthritis-care, KneeOsteoarthritisCare)
* title = "Knee osteoarthritis"
* insert Translation(title, nl, [[Knieartrose]])
* description = "From the first complaints of an osteoarthritic knee, with or without an operation, to five years after the start of treatment. One episode per side. Replacements have pathways of their own."
* insert Condition(239873007, [[Osteoarthritis of knee]])
* insert PatientsOwnGoal
* insert IndexEvent([[Start of treatment]], [[Begin van de behandeling]])
* insert YearlyMoments(knee-osteoarthritis)
* insert RecordedEvent(reoperation, [[Reoperation]], Procedure, code, $outcome#reoperation)
* insert AdmissionAfterwards
* insert Activity(knee-radiograph, [[X-ray of the knee]], [[Röntgenfoto van de knie]], on-site, before-start, 7, 60)
* insert WithPatient
* insert TakesPart(radiologist, [[Radiologist]])
* insert Activity(orthopaedic-consultation, [[Consultation]], [[Consult]], on-site, before-start, 7, 60)
* insert WithPatient
* insert TakesPart(orthopaedic-surgeon, [[Orthopaedic surgeon]])
* insert Needs(QuestionnaireResponse)
* insert Needs(ImagingStudy)
* insert DecisionPoint(knee-treatment-decision, [[Exercise, wait and see, or an operation]], [[Oefenen, afwachten of opereren]], before-start, 0, 42)
* insert WithPatient
* insert TakesPart(orthopaedic-surgeon, [[Orthopaedic surgeon]])
* insert TakesPart(physiotherapist, [[Physiotherapist]])
* insert Needs(QuestionnaireResponse)
* insert Activity(exercise-therapy, [[Start of exercise therapy]], [[Begin van de oefentherapie]], on-site, after-start, 0, 14)
* insert WithPatient
* insert TakesPart(physiotherapist, [[Physiotherapist]])
* insert Activity(knee-check-month-3, [[How are you, after three months]], [[Hoe gaat het, na drie maanden]], remote, after-start, 76, 106)
* insert WithPatient
* insert TakesPart(nurse-specialist, [[Nurse specialist]])
* insert Activity(knee-check-month-12, [[How are you, after a year]], [[Hoe gaat het, na een jaar]], remote, after-start, 335, 395)
* insert WithPatient
* insert TakesPart(nurse-specialist, [[Nurse specialist]])
* insert Needs(QuestionnaireResponse)
