Extension: AdjustedStatistic
Id: adjusted-statistic
Title: "Adjusted statistic"
Description: "The share that a group of observed over expected compares with what a case-mix model expected."
Context: Measure.group
* value[x] 1..1
* value[x] only code
* value[x] from $statisticVS (required)
