RuleSet: EvasResponse(questionnaire, authored)
* extension[respondent].valueCoding = https://w3id.org/meerwaarde/fhir/CodeSystem/respondent#patient
* extension[answerMode].valueCoding = https://w3id.org/meerwaarde/fhir/CodeSystem/answer-mode#web
* questionnaire = "https://w3id.org/meerwaarde/fhir/Questionnaire/{questionnaire}|1.0.0"
* status = #completed
* subject = Reference(eva)
* authored = "{authored}"
* source = Reference(eva)

RuleSet: BreastAnswer(item, value)
* item[+].linkId = "qlq-br23-{item}"
* item[=].answer.valueCoding = $eortcAnswer#{value}

// The first eight questions are about side effects, the last four about the breast; they stay the same in this story.
RuleSet: BreastAnswers(body, future, sex, arm1, arm2, arm3)
* insert BreastAnswer(31, 1)
* insert BreastAnswer(32, 1)
* insert BreastAnswer(33, 1)
* insert BreastAnswer(34, 1)
* insert BreastAnswer(36, 2)
* insert BreastAnswer(37, 2)
* insert BreastAnswer(38, 1)
* insert BreastAnswer(39, {body})
* insert BreastAnswer(40, {body})
* insert BreastAnswer(41, {body})
* insert BreastAnswer(42, {body})
* insert BreastAnswer(43, {future})
* insert BreastAnswer(44, {sex})
* insert BreastAnswer(45, {sex})
* insert BreastAnswer(47, {arm1})
* insert BreastAnswer(48, {arm2})
* insert BreastAnswer(49, {arm3})
* insert BreastAnswer(50, 2)
* insert BreastAnswer(51, 1)
* insert BreastAnswer(52, 2)
* insert BreastAnswer(53, 1)

Instance: eva-intake
InstanceOf: PromResponse
Usage: #example
* insert EvasResponse(intake, 2024-01-22T19:30:00+01:00)
* basedOn = Reference(eva-episode)
* item[+].linkId = "intake-values"
* item[=].answer.valueString = "Later kinderen kunnen krijgen, en weer roeien met mijn ploeg."
* item[+].linkId = "intake-needs"
* item[=].answer.valueString = "Dat ik niet steeds opnieuw hoef te vertellen dat ik als kind ziek was."
* item[+].linkId = "intake-context"
* item[=].answer.valueString = "Ik woon samen met Sam en werk op een school."

Instance: eva-breast-baseline
InstanceOf: PromResponse
Usage: #example
* insert EvasResponse(eortc-qlq-br23, 2024-01-23T20:10:00+01:00)
* basedOn = Reference(eva-episode)
* insert BreastAnswers(1, 3, 3, 1, 1, 1)

Instance: eva-children-rated
InstanceOf: PromResponse
Usage: #example
* insert EvasResponse(goal-attainment, 2024-03-01T09:00:00+01:00)
* extension[goal].valueReference = Reference(eva-goal-children)
* item[+].linkId = "goal-attainment-value"
* item[=].answer.valueInteger = 1

Instance: eva-collaborate
InstanceOf: PromResponse
Usage: #example
* insert EvasResponse(collaborate, 2024-02-09T20:00:00+01:00)
* basedOn = Reference(eva-decision)
* item[+].linkId = "collaborate-1"
* item[=].answer.valueInteger = 9
* item[+].linkId = "collaborate-2"
* item[=].answer.valueInteger = 9
* item[+].linkId = "collaborate-3"
* item[=].answer.valueInteger = 8

// Her arm hurts: 3, 2 and 2 make 44.4444.
Instance: eva-breast-month-6
InstanceOf: PromResponse
Usage: #example
* insert EvasResponse(eortc-qlq-br23, 2024-09-02T20:15:00+02:00)
* basedOn = Reference(eva-episode)
* insert BreastAnswers(2, 2, 2, 3, 2, 2)

// The arm is better, sexual functioning is not: 16.6667.
Instance: eva-breast-month-12
InstanceOf: PromResponse
Usage: #example
* insert EvasResponse(eortc-qlq-br23, 2025-03-03T20:05:00+01:00)
* basedOn = Reference(eva-episode)
* insert BreastAnswer(39, 3)
* insert BreastAnswer(40, 3)
* insert BreastAnswer(41, 3)
* insert BreastAnswer(42, 3)
* insert BreastAnswer(43, 2)
* insert BreastAnswer(44, 1)
* insert BreastAnswer(45, 2)
* insert BreastAnswer(46, 1)
* insert BreastAnswer(47, 2)
* insert BreastAnswer(48, 1)
* insert BreastAnswer(49, 1)

// After the talks with the sexologist: 50.
Instance: eva-breast-month-24
InstanceOf: PromResponse
Usage: #example
* insert EvasResponse(eortc-qlq-br23, 2026-03-02T19:50:00+01:00)
* basedOn = Reference(eva-episode)
* insert BreastAnswer(39, 2)
* insert BreastAnswer(40, 2)
* insert BreastAnswer(41, 2)
* insert BreastAnswer(42, 2)
* insert BreastAnswer(43, 2)
* insert BreastAnswer(44, 2)
* insert BreastAnswer(45, 3)
* insert BreastAnswer(46, 3)
* insert BreastAnswer(47, 2)
* insert BreastAnswer(48, 1)
* insert BreastAnswer(49, 1)

RuleSet: EvasScore(questionnaire, score, response, effective, value, method)
* extension[instrument].valueCanonical = "https://w3id.org/meerwaarde/fhir/Questionnaire/{questionnaire}|1.0.0"
* extension[respondent].valueCoding = https://w3id.org/meerwaarde/fhir/CodeSystem/respondent#patient
* extension[answerMode].valueCoding = https://w3id.org/meerwaarde/fhir/CodeSystem/answer-mode#web
* identifier[derivedScore].value = "{response}|{score}"
* status = #final
* category[survey] = $observationCategory#survey
* code = $score#{score}
* subject = Reference(eva)
* effectiveDateTime = "{effective}"
* performer = Reference(eva)
* valueQuantity.value = {value}
* valueQuantity.unit = "score"
* valueQuantity.system = $ucum
* insert ScoreUnit
* method = $scoreMethod#{method}
* derivedFrom = Reference({response})

// Apart, because here {score} is the unit and no parameter.
RuleSet: ScoreUnit
* valueQuantity.code = #{score}

Instance: eva-score-children
InstanceOf: ScoreObservation
Usage: #example
* insert EvasScore(goal-attainment, goal-attainment-level, eva-children-rated, 2024-03-01T09:00:00+01:00, 1, goal-attainment-level)

Instance: eva-score-arm-month-6
InstanceOf: ScoreObservation
Usage: #example
* insert EvasScore(eortc-qlq-br23, qlq-br23-arm-symptoms, eva-breast-month-6, 2024-09-02T20:15:00+02:00, 44.4444, eortc-linear-0-100)

Instance: eva-score-arm-month-12
InstanceOf: ScoreObservation
Usage: #example
* insert EvasScore(eortc-qlq-br23, qlq-br23-arm-symptoms, eva-breast-month-12, 2025-03-03T20:05:00+01:00, 11.1111, eortc-linear-0-100)

Instance: eva-score-sexual-functioning-month-12
InstanceOf: ScoreObservation
Usage: #example
* insert EvasScore(eortc-qlq-br23, qlq-br23-sexual-functioning, eva-breast-month-12, 2025-03-03T20:05:00+01:00, 16.6667, eortc-linear-0-100)

Instance: eva-score-sexual-functioning-month-24
InstanceOf: ScoreObservation
Usage: #example
* insert EvasScore(eortc-qlq-br23, qlq-br23-sexual-functioning, eva-breast-month-24, 2026-03-02T19:50:00+01:00, 50, eortc-linear-0-100)
