Instance: hip-replacement-revision-eq-vas
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(hip-replacement-revision-eq-vas, HipReplacementRevisionEQVAS)
* title = "EQ VAS before and 6 months after revision of a hip replacement"
* description = "How the EQ VAS of episodes changes from before to 6 months after revision of a hip replacement."
* insert ChangeInScore(hip-replacement-revision, eq-vas, nhs-proms-hip-revision)
* insert ChangeStatistics(paired, Paired)
* insert AdjustedGain
