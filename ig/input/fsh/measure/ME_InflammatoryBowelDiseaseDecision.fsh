Instance: inflammatory-bowel-disease-decision
InstanceOf: FactMeasure
Usage: #definition
* insert DecisionShared(inflammatory-bowel-disease-decision, InflammatoryBowelDiseaseDecision, inflammatory-bowel-disease-care)
* title = "Decision shared before treatment of inflammatory bowel disease"
