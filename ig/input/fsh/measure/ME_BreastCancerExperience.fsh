Instance: breast-cancer-experience
InstanceOf: FactMeasure
Usage: #definition
* insert CareExperience(breast-cancer-experience, BreastCancerExperience, breast-cancer-care, month-6)
* title = "Experience of care for breast cancer"
