Instance: hip-replacement-primary-eq-vas
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(hip-replacement-primary-eq-vas, HipReplacementPrimaryEQVAS)
* title = "EQ VAS before and 6 months after primary hip replacement"
* description = "How the EQ VAS of episodes changes from before to 6 months after primary hip replacement."
* insert ChangeInScore(hip-replacement-primary, eq-vas, nhs-proms-hip-primary)
* insert ChangeStatistics(paired, Paired)
* insert AdjustedGain
