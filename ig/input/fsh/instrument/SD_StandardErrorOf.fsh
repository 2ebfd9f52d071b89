Extension: StandardErrorOf
Id: standard-error-of
Title: "Standard error of"
Description: "The item calculates the standard error of the score with this linkId; the score's Observation carries it."
Context: Questionnaire.item
* value[x] 1..1
* value[x] only string
