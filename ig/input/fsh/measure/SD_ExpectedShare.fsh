Extension: ExpectedShare
Id: expected-share
Title: "Expected share"
Description: "The share (0 to 1) that a case-mix model expected of these episodes."
Context: MeasureReport.group, MeasureReport.group.stratifier.stratum
* value[x] 1..1
* value[x] only decimal
