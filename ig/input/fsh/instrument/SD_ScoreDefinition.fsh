Extension: ScoreDefinition
Id: score-definition
Title: "Score definition"
Description: "What the score of this item means: its direction, range and thresholds."
Context: Questionnaire.item
* value[x] 1..1
* value[x] only Reference(ObservationDefinition)
