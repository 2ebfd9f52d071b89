Instance: pancreatic-carcinoma-goals
InstanceOf: FactMeasure
Usage: #definition
* insert TeamGoals(pancreatic-carcinoma-goals, PancreaticCarcinomaGoals, pancreatic-carcinoma-care)
* title = "Personal goals reached in treatment of pancreatic carcinoma"
