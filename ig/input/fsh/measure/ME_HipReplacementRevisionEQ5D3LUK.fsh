Instance: hip-replacement-revision-eq-5d-3l-uk
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(hip-replacement-revision-eq-5d-3l-uk, HipReplacementRevisionEQ5D3LUK)
* title = "EQ-5D-3L index (UK) before and 6 months after revision of a hip replacement"
* description = "How the EQ-5D-3L index (UK) of episodes changes from before to 6 months after revision of a hip replacement."
* insert ChangeInScore(hip-replacement-revision, eq-5d-3l-index-uk, nhs-proms-hip-revision)
* insert ChangeStatistics(paired, Paired)
* insert AdjustedGain
