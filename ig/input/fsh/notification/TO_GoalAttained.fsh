Instance: topic-goal-attained
InstanceOf: Basic
Usage: #definition
* insert Topic(goal-attained, Goal attained, [[A goal is achieved that was not before.]])
* insert ResourceTrigger(Goal)
* insert On(create)
* insert On(update)
* insert WhenBecomes([[achievement-status:not=achieved]], [[achievement-status=achieved]])
* insert FilterBy(Goal, patient)
* insert FilterBy(Goal, subject)
