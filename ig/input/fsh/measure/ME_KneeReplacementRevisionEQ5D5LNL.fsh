Instance: knee-replacement-revision-eq-5d-5l-nl
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(knee-replacement-revision-eq-5d-5l-nl, KneeReplacementRevisionEQ5D5LNL)
* title = "EQ-5D-5L index (NL) before and 6 months after revision of a knee replacement"
* description = "How the EQ-5D-5L index (NL) of episodes changes from before to 6 months after revision of a knee replacement."
* insert ChangeInScore(knee-replacement-revision, eq-5d-5l-index-nl, nhs-proms-knee-revision)
* insert ChangeStatistics(paired, Paired)
* insert AdjustedGain
