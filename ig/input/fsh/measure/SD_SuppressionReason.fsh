Extension: SuppressionReason
Id: suppression-reason
Title: "Suppression reason"
Description: "Why a number is not shown. The number itself says data-absent-reason masked."
Context: MeasureReport.group, MeasureReport.group.population, MeasureReport.group.stratifier.stratum, MeasureReport.group.stratifier.stratum.population
* value[x] 1..1
* value[x] only code
* valueCode from $suppressionReasonVS (required)
