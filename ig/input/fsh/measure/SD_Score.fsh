Extension: Score
Id: score
Title: "Score"
Description: "The score a measure is about or a case-mix model predicts."
Context: Measure, Library
* value[x] 1..1
* value[x] only Coding
* value[x] from $scoreVS (extensible)
