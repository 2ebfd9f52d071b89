Instance: chronic-kidney-disease-decision
InstanceOf: FactMeasure
Usage: #definition
* insert DecisionShared(chronic-kidney-disease-decision, ChronicKidneyDiseaseDecision, chronic-kidney-disease-care)
* title = "Decision shared before treatment of chronic kidney disease"
