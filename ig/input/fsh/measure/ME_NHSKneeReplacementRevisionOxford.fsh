Instance: nhs-knee-replacement-revision-oxford
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(nhs-knee-replacement-revision-oxford, NHSKneeReplacementRevisionOxford)
* title = "Oxford Knee Score before and 6 months after revision of a knee replacement, as NHS England publishes"
* description = "How the Oxford Knee Score of episodes changes from before to 6 months after revision of a knee replacement, counting only records with an expectation of the case-mix model, as NHS England publishes."
* insert ChangeInScore(knee-replacement-revision, oxford-knee-score, nhs-proms-knee-revision)
* insert ChangeStatistics(modelled, Modelled)
* insert BeyondMeasurementError(modelled, Modelled)
* insert AdjustedGain
