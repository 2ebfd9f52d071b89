Instance: breast-cancer-goals
InstanceOf: FactMeasure
Usage: #definition
* insert TeamGoals(breast-cancer-goals, BreastCancerGoals, breast-cancer-care)
* title = "Personal goals reached in treatment of breast cancer"
