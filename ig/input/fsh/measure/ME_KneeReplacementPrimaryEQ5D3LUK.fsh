Instance: knee-replacement-primary-eq-5d-3l-uk
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(knee-replacement-primary-eq-5d-3l-uk, KneeReplacementPrimaryEQ5D3LUK)
* title = "EQ-5D-3L index (UK) before and 6 months after primary knee replacement"
* description = "How the EQ-5D-3L index (UK) of episodes changes from before to 6 months after primary knee replacement."
* insert ChangeInScore(knee-replacement-primary, eq-5d-3l-index-uk, nhs-proms-knee-primary)
* insert ChangeStatistics(paired, Paired)
* insert AdjustedGain
