Instance: knee-osteoarthritis-goals
InstanceOf: FactMeasure
Usage: #definition
* insert TeamGoals(knee-osteoarthritis-goals, KneeOsteoarthritisGoals, knee-osteoarthritis-care)
* title = "Personal goals reached in treatment of knee osteoarthritis"
