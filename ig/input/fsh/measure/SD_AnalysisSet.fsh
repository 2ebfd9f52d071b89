Extension: AnalysisSet
Id: analysis-set
Title: "Analysis set"
Description: "Which episodes a group analyses: those with a score before and after, or those of them for which the case-mix model has an expectation."
Context: Measure.group
* value[x] 1..1
* value[x] only code
* value[x] from $analysisSetVS (required)
