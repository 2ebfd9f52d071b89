Extension: OwnTeam
Id: own-team
Title: "Own team"
Description: "True: the stratum is about the team that the recipient of the report belongs to."
Context: MeasureReport.group.stratifier.stratum
* value[x] 1..1
* value[x] only boolean
