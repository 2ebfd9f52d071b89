Instance: hip-replacement-primary-eq-5d-5l-nl
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(hip-replacement-primary-eq-5d-5l-nl, HipReplacementPrimaryEQ5D5LNL)
* title = "EQ-5D-5L index (NL) before and 6 months after primary hip replacement"
* description = "How the EQ-5D-5L index (NL) of episodes changes from before to 6 months after primary hip replacement."
* insert ChangeInScore(hip-replacement-primary, eq-5d-5l-index-nl, nhs-proms-hip-primary)
* insert ChangeStatistics(paired, Paired)
* insert AdjustedGain
