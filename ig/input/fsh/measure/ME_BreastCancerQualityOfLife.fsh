Instance: breast-cancer-quality-of-life
InstanceOf: FactMeasure
Usage: #definition
* insert ConditionMeasure(breast-cancer-quality-of-life, BreastCancerQualityOfLife, breast-cancer-care, patient-reported-outcome, increase)
* insert SaidInCql(BreastCancerQualityOfLife)
* title = "Quality of life (QLQ-C30 summary score) before and a year after the first treatment of breast cancer"
* description = "Quality of life (QLQ-C30 summary score) of episodes, before and a year after the first treatment of breast cancer."
* insert FromBaselineTo(month-12, qlq-c30-summary)
* insert Change
