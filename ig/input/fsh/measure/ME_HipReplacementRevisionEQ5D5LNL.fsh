Instance: hip-replacement-revision-eq-5d-5l-nl
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(hip-replacement-revision-eq-5d-5l-nl, HipReplacementRevisionEQ5D5LNL)
* title = "EQ-5D-5L index (NL) before and 6 months after revision of a hip replacement"
* description = "How the EQ-5D-5L index (NL) of episodes changes from before to 6 months after revision of a hip replacement."
* insert ChangeInScore(hip-replacement-revision, eq-5d-5l-index-nl, nhs-proms-hip-revision)
* insert ChangeStatistics(paired, Paired)
* insert AdjustedGain
