Instance: breast-cancer-decision
InstanceOf: FactMeasure
Usage: #definition
* insert DecisionShared(breast-cancer-decision, BreastCancerDecision, breast-cancer-care)
* title = "Decision shared before treatment of breast cancer"
