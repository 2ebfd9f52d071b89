Instance: pancreatic-carcinoma-recorded
InstanceOf: FactMeasure
Usage: #definition
* insert RecordedCare(pancreatic-carcinoma-recorded, PancreaticCarcinomaRecorded, pancreatic-carcinoma-care)
* title = "Recorded outcomes and time to treatment of pancreatic carcinoma"
* insert Rate(complication, complication, 90, [[Complication within 90 days]], Followed90, Complicated90)
* insert Rate(death, death, 90, [[Death within 90 days]], Followed90, Died90)
* insert TimeToTreatment
