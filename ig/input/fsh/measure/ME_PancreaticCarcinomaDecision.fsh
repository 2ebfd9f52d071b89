Instance: pancreatic-carcinoma-decision
InstanceOf: FactMeasure
Usage: #definition
* insert DecisionShared(pancreatic-carcinoma-decision, PancreaticCarcinomaDecision, pancreatic-carcinoma-care)
* title = "Decision shared before treatment of pancreatic carcinoma"
