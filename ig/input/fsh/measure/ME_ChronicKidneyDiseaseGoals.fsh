Instance: chronic-kidney-disease-goals
InstanceOf: FactMeasure
Usage: #definition
* insert TeamGoals(chronic-kidney-disease-goals, ChronicKidneyDiseaseGoals, chronic-kidney-disease-care)
* title = "Personal goals reached in treatment of chronic kidney disease"
