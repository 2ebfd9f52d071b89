Instance: hip-replacement-primary-oxford
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(hip-replacement-primary-oxford, HipReplacementPrimaryOxford)
* title = "Oxford Hip Score before and 6 months after primary hip replacement"
* description = "How the Oxford Hip Score of episodes changes from before to 6 months after primary hip replacement."
* insert ChangeInScore(hip-replacement-primary, oxford-hip-score, nhs-proms-hip-primary)
* insert ChangeStatistics(paired, Paired)
* insert BeyondMeasurementError(paired, Paired)
* insert ReachedMinimalImportantChange(paired, Paired)
* insert AdjustedGain
