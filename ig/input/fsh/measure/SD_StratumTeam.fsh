Extension: StratumTeam
Id: stratum-team
Title: "Team of the stratum"
Description: "The team a stratum is about."
Context: MeasureReport.group.stratifier.stratum
* value[x] 1..1
* value[x] only Reference(CareTeam)
