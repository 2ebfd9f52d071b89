Instance: knee-replacement-revision-eq-5d-3l-uk
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(knee-replacement-revision-eq-5d-3l-uk, KneeReplacementRevisionEQ5D3LUK)
* title = "EQ-5D-3L index (UK) before and 6 months after revision of a knee replacement"
* description = "How the EQ-5D-3L index (UK) of episodes changes from before to 6 months after revision of a knee replacement."
* insert ChangeInScore(knee-replacement-revision, eq-5d-3l-index-uk, nhs-proms-knee-revision)
* insert ChangeStatistics(paired, Paired)
* insert AdjustedGain
