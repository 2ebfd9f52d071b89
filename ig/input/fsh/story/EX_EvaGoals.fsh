// Rated by Eva herself: no score measures it.
Instance: eva-goal-children
InstanceOf: PersonalGoal
Usage: #example
* insert InLanguage(nl)
* insert Level(-2, [[De behandeling begint zonder dat iemand naar mijn kinderwens vraagt]])
* insert Level(-1, [[We praten erover, maar er is geen tijd voor]])
* insert Level(0, [[Er liggen eicellen klaar voordat de behandeling begint]])
* insert Level(1, [[Er liggen eicellen klaar en dat geeft rust]])
* insert Level(2, [[Er liggen eicellen klaar en we zien een toekomst met kinderen]])
* extension[goalWeight].extension[importance].valueInteger = 3
* extension[goalWeight].extension[difficulty].valueInteger = 2
* lifecycleStatus = #active
* achievementStatus = http://terminology.hl7.org/CodeSystem/goal-achievement#achieved
* description.text = "Later kinderen kunnen krijgen."
* subject = Reference(eva)
* startDate = "2024-01-22"
* target.measure.text = "Wat ik er zelf van vind"
* target.detailInteger = 0
* target.dueDate = "2024-03-04"
* statusDate = "2024-03-01"
* expressedBy = Reference(eva)
* addresses = Reference(eva-breast-cancer)
* outcomeReference = Reference(eva-attainment-children)

// Levels follow the symptoms of the arm, where less is better. Her arm hurt, so she took more time for it.
Instance: eva-goal-rowing
InstanceOf: PersonalGoal
Usage: #example
* insert InLanguage(nl)
* insert ScoredLevel(-2, 60, 100, [[Ik kan geen tas dragen]])
* insert ScoredLevel(-1, 35, 60, [[Ik stuur de boot, roeien doet pijn]])
* insert ScoredLevel(0, 15, 35, [[Ik roei een rondje mee]])
* insert ScoredLevel(1, 5, 15, [[Ik train weer mee met mijn ploeg]])
* insert ScoredLevel(2, 0, 5, [[Ik roei weer wedstrijden]])
* extension[goalWeight].extension[importance].valueInteger = 2
* extension[goalWeight].extension[difficulty].valueInteger = 1
* extension[goalChange].extension[date].valueDateTime = "2024-09-10"
* extension[goalChange].extension[reason].valueString = "Mijn arm doet pijn; met de fysiotherapeut neem ik er een half jaar langer voor."
* extension[reassessment].valueCoding = $measurementMoment#month-12
* lifecycleStatus = #active
* achievementStatus = http://terminology.hl7.org/CodeSystem/goal-achievement#achieved
* description.text = "Weer roeien met mijn ploeg."
* subject = Reference(eva)
* startDate = "2024-01-22"
* target.measure = $score#qlq-br23-arm-symptoms
* target.detailInteger = 0
* target.dueDate = "2025-06-30"
* statusDate = "2025-03-03"
* expressedBy = Reference(eva)
* addresses = Reference(eva-breast-cancer)
* outcomeReference[+] = Reference(eva-attainment-rowing-month-6)
* outcomeReference[+] = Reference(eva-attainment-rowing-month-12)

// Set when the yearly questionnaire was discussed: a threshold of a score.
Instance: eva-goal-intimacy
InstanceOf: PersonalGoal
Usage: #example
* insert InLanguage(nl)
* lifecycleStatus = #active
* achievementStatus = http://terminology.hl7.org/CodeSystem/goal-achievement#achieved
* description.text = "Weer vrijen zonder spanning."
* subject = Reference(eva)
* startDate = "2025-03-20"
* target.measure = $score#qlq-br23-sexual-functioning
* target.detailQuantity.value = 50
* target.detailQuantity.comparator = #>=
* target.dueDate = "2026-06-30"
* statusDate = "2026-03-02"
* expressedBy = Reference(eva)
* addresses = Reference(eva-intimacy)
* outcomeReference = Reference(eva-attainment-intimacy)

RuleSet: EvasAttainment(goal, source, day)
* extension[confirmedBy].valueReference = Reference(eva)
* identifier.system = "https://w3id.org/meerwaarde/fhir/sid/derived-attainment"
* identifier.value = "{goal}|{source}"
* status = #final
* category = $observationCategory#survey
* subject = Reference(eva)
* focus = Reference({goal})
* effectiveDateTime = "{day}"
* derivedFrom = Reference({source})

Instance: eva-attainment-children
InstanceOf: GoalAttainment
Usage: #example
* insert EvasAttainment(eva-goal-children, eva-score-children, 2024-03-01)
* valueInteger = 1

Instance: eva-attainment-rowing-month-6
InstanceOf: GoalAttainment
Usage: #example
* insert EvasAttainment(eva-goal-rowing, eva-score-arm-month-6, 2024-09-02)
* valueInteger = -1

Instance: eva-attainment-rowing-month-12
InstanceOf: GoalAttainment
Usage: #example
* insert EvasAttainment(eva-goal-rowing, eva-score-arm-month-12, 2025-03-03)
* valueInteger = 1

Instance: eva-attainment-intimacy
InstanceOf: GoalAttainment
Usage: #example
* insert EvasAttainment(eva-goal-intimacy, eva-score-sexual-functioning-month-24, 2026-03-02)
* valueBoolean = true

// Weights 3 x 2 and 2 x 1, both goals at 1: 50 + 80 / sqrt(47.2).
Instance: eva-goal-attainment-score
InstanceOf: GoalAttainmentScore
Usage: #example
* identifier.system = "https://w3id.org/meerwaarde/fhir/sid/derived-attainment"
* identifier.value = "eva-episode|2025-03-03"
* status = #final
* category = $observationCategory#survey
* subject = Reference(eva)
* basedOn = Reference(eva-episode)
* focus[+] = Reference(eva-goal-children)
* focus[+] = Reference(eva-goal-rowing)
* effectiveDateTime = "2025-03-03"
* valueQuantity.value = 61.64
* valueQuantity.unit = "T-score"
* valueQuantity.system = $ucum
* valueQuantity.code = #{score}
* derivedFrom[+] = Reference(eva-attainment-children)
* derivedFrom[+] = Reference(eva-attainment-rowing-month-12)
