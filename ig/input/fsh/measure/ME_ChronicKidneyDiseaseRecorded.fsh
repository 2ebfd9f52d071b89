Instance: chronic-kidney-disease-recorded
InstanceOf: FactMeasure
Usage: #definition
* insert RecordedCare(chronic-kidney-disease-recorded, ChronicKidneyDiseaseRecorded, chronic-kidney-disease-care)
* title = "Recorded outcomes and time to treatment of chronic kidney disease"
* insert Rate(cardiovascular-event, cardiovascular-event, 365, [[Cardiovascular event within a year]], Followed365, Cardiovascular365)
* insert Rate(hospital-admission, hospital-admission, 365, [[Hospital admission within a year]], Followed365, Admitted365)
* insert TimeToTreatment
