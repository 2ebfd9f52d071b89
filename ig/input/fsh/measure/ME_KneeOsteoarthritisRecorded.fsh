Instance: knee-osteoarthritis-recorded
InstanceOf: FactMeasure
Usage: #definition
* insert RecordedCare(knee-osteoarthritis-recorded, KneeOsteoarthritisRecorded, knee-osteoarthritis-care)
* title = "Recorded outcomes and time to treatment of knee osteoarthritis"
* insert Rate(reoperation, reoperation, 365, [[Reoperation within a year]], Followed365, Reoperated365)
* insert Rate(hospital-admission, hospital-admission, 30, [[Hospital admission within 30 days]], Followed30, Admitted30)
* insert TimeToTreatment
