Instance: inflammatory-bowel-disease-experience
InstanceOf: FactMeasure
Usage: #definition
* insert CareExperience(inflammatory-bowel-disease-experience, InflammatoryBowelDiseaseExperience, inflammatory-bowel-disease-care, month-12)
* title = "Experience of care for inflammatory bowel disease"
