Extension: StandardDeviation
Id: standard-deviation
Title: "Standard deviation"
Description: "The sample standard deviation (n - 1) of the analysed values."
Context: MeasureReport.group, MeasureReport.group.stratifier.stratum
* value[x] 1..1
* value[x] only decimal
