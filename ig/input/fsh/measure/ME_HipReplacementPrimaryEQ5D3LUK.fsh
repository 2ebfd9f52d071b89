Instance: hip-replacement-primary-eq-5d-3l-uk
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(hip-replacement-primary-eq-5d-3l-uk, HipReplacementPrimaryEQ5D3LUK)
* title = "EQ-5D-3L index (UK) before and 6 months after primary hip replacement"
* description = "How the EQ-5D-3L index (UK) of episodes changes from before to 6 months after primary hip replacement."
* insert ChangeInScore(hip-replacement-primary, eq-5d-3l-index-uk, nhs-proms-hip-primary)
* insert ChangeStatistics(paired, Paired)
* insert AdjustedGain
