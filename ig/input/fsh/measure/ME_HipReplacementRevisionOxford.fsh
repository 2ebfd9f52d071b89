Instance: hip-replacement-revision-oxford
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(hip-replacement-revision-oxford, HipReplacementRevisionOxford)
* title = "Oxford Hip Score before and 6 months after revision of a hip replacement"
* description = "How the Oxford Hip Score of episodes changes from before to 6 months after revision of a hip replacement."
* insert ChangeInScore(hip-replacement-revision, oxford-hip-score, nhs-proms-hip-revision)
* insert ChangeStatistics(paired, Paired)
* insert BeyondMeasurementError(paired, Paired)
* insert AdjustedGain
