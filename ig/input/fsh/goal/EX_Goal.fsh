// Rated by levels that follow the Oxford Knee Score.
Instance: example-goal
InstanceOf: PersonalGoal
Usage: #example
* language = #nl
* insert ScoredLevel(-2, 0, 10, [[Ik kom de straat niet uit]])
* insert ScoredLevel(-1, 11, 20, [[Ik loop naar de hoek en terug, met pijn]])
* insert ScoredLevel(0, 21, 34, [[Ik loop naar het park en terug]])
* insert ScoredLevel(1, 35, 41, [[Ik loop een uur met de hond]])
* insert ScoredLevel(2, 42, 48, [[Ik loop de Avondvierdaagse]])
* extension[goalWeight].extension[importance].valueInteger = 3
* extension[goalWeight].extension[difficulty].valueInteger = 2
* extension[goalChange].extension[date].valueDateTime = "2025-02-01"
* extension[goalChange].extension[reason].valueString = "De Avondvierdaagse bleek te hoog gegrepen als verwachting."
* extension[reassessment].valueCoding = $measurementMoment#month-6
* lifecycleStatus = #active
* achievementStatus = http://terminology.hl7.org/CodeSystem/goal-achievement#achieved
* description.text = "Weer met de hond naar het park kunnen."
* subject = Reference(example-patient)
* startDate = "2025-01-12"
* target.measure = $score#oxford-knee-score
* target.detailInteger = 0
* target.dueDate = "2025-12-31"
* statusDate = "2025-09-09"
* expressedBy = Reference(example-patient)
* addresses = Reference(example-knee-osteoarthritis)
* outcomeReference = Reference(example-attainment)
