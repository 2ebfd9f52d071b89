Instance: topic-task-requested
InstanceOf: Basic
Usage: #definition
* insert Topic(task-requested, Task requested, [[Somebody is asked to do something, such as to answer a questionnaire or to act on an alert.]])
* insert ResourceTrigger(Task)
* insert On(create)
* insert On(update)
* insert WhenBecomes([[status:not=requested]], [[status=requested]])
* insert FilterBy(Task, patient)
* insert FilterBy(Task, code)
* insert FilterBy(Task, owner)
