Instance: pancreatic-carcinoma-quality-of-life
InstanceOf: FactMeasure
Usage: #definition
* insert ConditionMeasure(pancreatic-carcinoma-quality-of-life, PancreaticCarcinomaQualityOfLife, pancreatic-carcinoma-care, patient-reported-outcome, increase)
* insert SaidInCql(PancreaticCarcinomaQualityOfLife)
* title = "Quality of life (QLQ-C30 summary score) before and three months after the first treatment of pancreatic carcinoma"
* description = "Quality of life (QLQ-C30 summary score) of episodes, before and three months after the first treatment of pancreatic carcinoma."
* insert FromBaselineTo(month-3, qlq-c30-summary)
* insert Change
