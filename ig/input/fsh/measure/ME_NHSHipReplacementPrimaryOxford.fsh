Instance: nhs-hip-replacement-primary-oxford
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(nhs-hip-replacement-primary-oxford, NHSHipReplacementPrimaryOxford)
* title = "Oxford Hip Score before and 6 months after primary hip replacement, as NHS England publishes"
* description = "How the Oxford Hip Score of episodes changes from before to 6 months after primary hip replacement, counting only records with an expectation of the case-mix model, as NHS England publishes."
* insert ChangeInScore(hip-replacement-primary, oxford-hip-score, nhs-proms-hip-primary)
* insert ChangeStatistics(modelled, Modelled)
* insert BeyondMeasurementError(modelled, Modelled)
* insert ReachedMinimalImportantChange(modelled, Modelled)
* insert AdjustedGain
