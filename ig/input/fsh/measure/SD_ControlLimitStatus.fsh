Extension: ControlLimitStatus
Id: control-limit-status
Title: "Control limit status"
Description: "Where the figure lies with respect to the 95 % and 99.8 % control limits."
Context: MeasureReport.group, MeasureReport.group.stratifier.stratum
* value[x] 1..1
* value[x] only code
* value[x] from $controlLimitStatusVS (required)
