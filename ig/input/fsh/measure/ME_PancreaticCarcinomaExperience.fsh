Instance: pancreatic-carcinoma-experience
InstanceOf: FactMeasure
Usage: #definition
* insert CareExperience(pancreatic-carcinoma-experience, PancreaticCarcinomaExperience, pancreatic-carcinoma-care, month-3)
* title = "Experience of care for pancreatic carcinoma"
