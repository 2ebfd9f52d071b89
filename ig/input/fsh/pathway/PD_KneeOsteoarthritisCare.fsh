Instance: knee-osteoarthritis-care
InstanceOf: CarePathway
Usage: #definition
* insert PublishedPathway(knee-osteoarthritis-care, KneeOsteoarthritisCare)
* title = "Knee osteoarthritis"
* insert Translation(title, nl, [[Knieartrose]])
* description = "From the first complaints of an osteoarthritic knee, with or without an operation, to five years after the start of treatment. One episode per side. Replacements have pathways of their own."
* insert Condition(239873007, [[Osteoarthritis of knee]])
* insert PatientsOwnGoal
* insert IndexEvent([[Start of treatment]])
* insert YearlyMoments(knee-osteoarthritis)
* insert Activity(knee-radiograph, [[X-ray of the knee]], [[Röntgenfoto van de knie]], on-site, before-start, 7, 60)
* insert TakesPart([[radiologist]])
* insert Activity(orthopaedic-consultation, [[Consultation]], [[Consult]], on-site, before-start, 7, 60)
* insert TakesPart([[orthopaedic surgeon]])
* insert Needs(QuestionnaireResponse)
* insert Needs(ImagingStudy)
* insert DecisionPoint(knee-treatment-decision, [[Exercise, wait and see, or an operation]], [[Oefenen, afwachten of opereren]], before-start, 0, 42)
* insert TakesPart([[orthopaedic surgeon]])
* insert TakesPart([[physiotherapist]])
* insert Needs(QuestionnaireResponse)
* insert Activity(exercise-therapy, [[Start of exercise therapy]], [[Begin van de oefentherapie]], on-site, after-start, 0, 14)
* insert TakesPart([[physiotherapist]])
* insert Activity(knee-check-month-3, [[How are you, after three months]], [[Hoe gaat het, na drie maanden]], remote, after-start, 76, 106)
* insert TakesPart([[nurse specialist]])
* insert Activity(knee-check-month-12, [[How are you, after a year]], [[Hoe gaat het, na een jaar]], remote, after-start, 335, 395)
* insert TakesPart([[nurse specialist]])
* insert Needs(QuestionnaireResponse)
