Instance: chronic-kidney-disease-experience
InstanceOf: FactMeasure
Usage: #definition
* insert CareExperience(chronic-kidney-disease-experience, ChronicKidneyDiseaseExperience, chronic-kidney-disease-care, month-6)
* title = "Experience of care for chronic kidney disease"
