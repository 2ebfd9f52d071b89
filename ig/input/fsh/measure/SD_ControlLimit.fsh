Extension: ControlLimit
Id: control-limit
Title: "Control limit"
Description: "Between which values a figure that stands on as many episodes lies when it differs from the target by no more than the limits allow for."
Context: MeasureReport.group.stratifier.stratum
* extension contains
    share 1..1 and
    low 1..1 and
    high 1..1
* extension[share].value[x] 1..1
* extension[share].value[x] only decimal
* extension[share] ^short = "How much of what does not differ lies within: 0.95 or 0.998"
* extension[low].value[x] 1..1
* extension[low].value[x] only decimal
* extension[high].value[x] 1..1
* extension[high].value[x] only decimal
