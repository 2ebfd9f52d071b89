Instance: knee-replacement-revision-oxford
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(knee-replacement-revision-oxford, KneeReplacementRevisionOxford)
* title = "Oxford Knee Score before and 6 months after revision of a knee replacement"
* description = "How the Oxford Knee Score of episodes changes from before to 6 months after revision of a knee replacement."
* insert ChangeInScore(knee-replacement-revision, oxford-knee-score, nhs-proms-knee-revision)
* insert ChangeStatistics(paired, Paired)
* insert BeyondMeasurementError(paired, Paired)
* insert AdjustedGain
