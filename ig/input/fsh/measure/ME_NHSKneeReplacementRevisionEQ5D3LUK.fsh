Instance: nhs-knee-replacement-revision-eq-5d-3l-uk
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(nhs-knee-replacement-revision-eq-5d-3l-uk, NHSKneeReplacementRevisionEQ5D3LUK)
* title = "EQ-5D-3L index (UK) before and 6 months after revision of a knee replacement, as NHS England publishes"
* description = "How the EQ-5D-3L index (UK) of episodes changes from before to 6 months after revision of a knee replacement, counting only records with an expectation of the case-mix model, as NHS England publishes."
* insert ChangeInScore(knee-replacement-revision, eq-5d-3l-index-uk, nhs-proms-knee-revision)
* insert ChangeStatistics(modelled, Modelled)
* insert AdjustedGain
