Instance: knee-replacement-primary-eq-5d-5l-nl
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(knee-replacement-primary-eq-5d-5l-nl, KneeReplacementPrimaryEQ5D5LNL)
* title = "EQ-5D-5L index (NL) before and 6 months after primary knee replacement"
* description = "How the EQ-5D-5L index (NL) of episodes changes from before to 6 months after primary knee replacement."
* insert ChangeInScore(knee-replacement-primary, eq-5d-5l-index-nl, nhs-proms-knee-primary)
* insert ChangeStatistics(paired, Paired)
* insert AdjustedGain
