Extension: OwnedOutcomes
Id: owned-outcomes
Title: "Owned outcomes"
Description: "A measure or an outcome set whose results this team answers for."
Context: CareTeam
* value[x] 1..1
* value[x] only canonical
