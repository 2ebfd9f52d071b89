Extension: AdjustedShare
Id: adjusted-share
Title: "Adjusted share"
Description: "The share as it would be with the patients of everybody: observed over expected, times the share of everybody in the period."
Context: MeasureReport.group, MeasureReport.group.stratifier.stratum
* value[x] 1..1
* value[x] only decimal
