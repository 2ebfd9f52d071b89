Instance: nhs-knee-replacement-primary-oxford
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(nhs-knee-replacement-primary-oxford, NHSKneeReplacementPrimaryOxford)
* title = "Oxford Knee Score before and 6 months after primary knee replacement, as NHS England publishes"
* description = "How the Oxford Knee Score of episodes changes from before to 6 months after primary knee replacement, counting only records with an expectation of the case-mix model, as NHS England publishes."
* insert ChangeInScore(knee-replacement-primary, oxford-knee-score, nhs-proms-knee-primary)
* insert ChangeStatistics(modelled, Modelled)
* insert BeyondMeasurementError(modelled, Modelled)
* insert ReachedMinimalImportantChange(modelled, Modelled)
* insert AdjustedGain
