Extension: Statistic
Id: statistic
Title: "Statistic"
Description: "What a group computes or reports."
Context: Measure.group, MeasureReport.group
* value[x] 1..1
* value[x] only code
* value[x] from $statisticVS (required)
