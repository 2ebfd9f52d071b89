Instance: inflammatory-bowel-disease-recorded
InstanceOf: FactMeasure
Usage: #definition
* insert RecordedCare(inflammatory-bowel-disease-recorded, InflammatoryBowelDiseaseRecorded, inflammatory-bowel-disease-care)
* title = "Recorded outcomes and time to treatment of inflammatory bowel disease"
* insert Rate(complication, complication, 365, [[Complication within a year]], Followed365, Complicated365)
* insert Rate(hospital-admission, hospital-admission, 365, [[Hospital admission within a year]], Followed365, Admitted365)
* insert TimeToTreatment
