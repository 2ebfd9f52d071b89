Instance: breast-cancer-recorded
InstanceOf: FactMeasure
Usage: #definition
* insert RecordedCare(breast-cancer-recorded, BreastCancerRecorded, breast-cancer-care)
* title = "Recorded outcomes and time to treatment of breast cancer"
* insert Rate(complication, complication, 90, [[Complication within 90 days]], Followed90, Complicated90)
* insert Rate(reoperation, reoperation, 90, [[Reoperation for positive margins within 90 days]], Followed90, Reoperated90)
* insert TimeToTreatment
