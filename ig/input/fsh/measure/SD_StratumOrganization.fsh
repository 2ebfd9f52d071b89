Extension: StratumOrganization
Id: stratum-organization
Title: "Organization of the stratum"
Description: "The organisation a stratum is about."
Context: MeasureReport.group.stratifier.stratum
* value[x] 1..1
* value[x] only Reference(Organization)
