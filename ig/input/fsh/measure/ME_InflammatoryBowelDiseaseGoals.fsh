Instance: inflammatory-bowel-disease-goals
InstanceOf: FactMeasure
Usage: #definition
* insert TeamGoals(inflammatory-bowel-disease-goals, InflammatoryBowelDiseaseGoals, inflammatory-bowel-disease-care)
* title = "Personal goals reached in treatment of inflammatory bowel disease"
