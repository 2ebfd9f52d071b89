Instance: knee-replacement-revision-eq-vas
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(knee-replacement-revision-eq-vas, KneeReplacementRevisionEQVAS)
* title = "EQ VAS before and 6 months after revision of a knee replacement"
* description = "How the EQ VAS of episodes changes from before to 6 months after revision of a knee replacement."
* insert ChangeInScore(knee-replacement-revision, eq-vas, nhs-proms-knee-revision)
* insert ChangeStatistics(paired, Paired)
* insert AdjustedGain
