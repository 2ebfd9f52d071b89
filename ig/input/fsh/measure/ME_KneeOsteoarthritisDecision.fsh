Instance: knee-osteoarthritis-decision
InstanceOf: FactMeasure
Usage: #definition
* insert DecisionShared(knee-osteoarthritis-decision, KneeOsteoarthritisDecision, knee-osteoarthritis-care)
* title = "Decision shared before treatment of knee osteoarthritis"
