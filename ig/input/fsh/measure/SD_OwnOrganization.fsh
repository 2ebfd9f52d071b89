Extension: OwnOrganization
Id: own-organization
Title: "Own organization"
Description: "True: the stratum is about the organisation that the recipient of the report belongs to."
Context: MeasureReport.group.stratifier.stratum
* value[x] 1..1
* value[x] only boolean
