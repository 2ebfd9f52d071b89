Instance: knee-replacement-primary-oxford
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(knee-replacement-primary-oxford, KneeReplacementPrimaryOxford)
* title = "Oxford Knee Score before and 6 months after primary knee replacement"
* description = "How the Oxford Knee Score of episodes changes from before to 6 months after primary knee replacement."
* insert ChangeInScore(knee-replacement-primary, oxford-knee-score, nhs-proms-knee-primary)
* insert ChangeStatistics(paired, Paired)
* insert BeyondMeasurementError(paired, Paired)
* insert ReachedMinimalImportantChange(paired, Paired)
* insert AdjustedGain
