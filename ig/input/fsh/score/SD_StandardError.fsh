Extension: StandardError
Id: standard-error
Title: "Standard error"
Description: "How precisely the score is known: the standard error of its value, in the same unit."
Context: Observation
* value[x] 1..1
* value[x] only decimal
