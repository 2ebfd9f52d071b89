Instance: knee-osteoarthritis-function
InstanceOf: FactMeasure
Usage: #definition
* insert ConditionMeasure(knee-osteoarthritis-function, KneeOsteoarthritisFunction, knee-osteoarthritis-care, patient-reported-outcome, increase)
* insert SaidInCql(KneeOsteoarthritisFunction)
* title = "Function of the knee (KOOS-PS) before and a year after the start of treatment of knee osteoarthritis"
* description = "Function of the knee (KOOS-PS) of episodes, before and a year after the start of treatment of knee osteoarthritis."
* insert FromBaselineTo(month-12, koos-ps-function)
* insert Change
