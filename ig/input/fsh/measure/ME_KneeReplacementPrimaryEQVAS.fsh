Instance: knee-replacement-primary-eq-vas
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(knee-replacement-primary-eq-vas, KneeReplacementPrimaryEQVAS)
* title = "EQ VAS before and 6 months after primary knee replacement"
* description = "How the EQ VAS of episodes changes from before to 6 months after primary knee replacement."
* insert ChangeInScore(knee-replacement-primary, eq-vas, nhs-proms-knee-primary)
* insert ChangeStatistics(paired, Paired)
* insert AdjustedGain
