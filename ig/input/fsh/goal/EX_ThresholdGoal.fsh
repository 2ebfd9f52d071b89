Instance: example-threshold-goal
InstanceOf: PersonalGoal
Usage: #example
* language = #nl
* lifecycleStatus = #active
* description.text = "Zo weinig last dat ik weer op vakantie durf."
* subject = Reference(example-patient)
* startDate = "2025-01-12"
* target.measure = $score#oxford-knee-score
* target.detailQuantity.value = 38
* target.detailQuantity.comparator = #>=
* target.dueDate = "2026-05-01"
* expressedBy = Reference(example-patient)
* addresses = Reference(example-knee-osteoarthritis)
