Instance: knee-osteoarthritis-experience
InstanceOf: FactMeasure
Usage: #definition
* insert CareExperience(knee-osteoarthritis-experience, KneeOsteoarthritisExperience, knee-osteoarthritis-care, month-12)
* title = "Experience of care for knee osteoarthritis"
