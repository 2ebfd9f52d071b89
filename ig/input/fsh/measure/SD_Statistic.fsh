Extension: Statistic
Id: statistic
Title: "Statistic"
Description: "What a group computes or reports; of a logistic case-mix model, the share it predicts."
Context: Measure.group, MeasureReport.group, Library
* value[x] 1..1
* value[x] only code
* value[x] from $statisticVS (required)
