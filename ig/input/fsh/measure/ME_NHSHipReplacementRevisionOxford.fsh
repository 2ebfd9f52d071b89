Instance: nhs-hip-replacement-revision-oxford
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(nhs-hip-replacement-revision-oxford, NHSHipReplacementRevisionOxford)
* title = "Oxford Hip Score before and 6 months after revision of a hip replacement, as NHS England publishes"
* description = "How the Oxford Hip Score of episodes changes from before to 6 months after revision of a hip replacement, counting only records with an expectation of the case-mix model, as NHS England publishes."
* insert ChangeInScore(hip-replacement-revision, oxford-hip-score, nhs-proms-hip-revision)
* insert ChangeStatistics(modelled, Modelled)
* insert BeyondMeasurementError(modelled, Modelled)
* insert AdjustedGain
