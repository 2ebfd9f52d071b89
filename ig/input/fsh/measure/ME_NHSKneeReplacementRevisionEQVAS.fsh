Instance: nhs-knee-replacement-revision-eq-vas
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(nhs-knee-replacement-revision-eq-vas, NHSKneeReplacementRevisionEQVAS)
* title = "EQ VAS before and 6 months after revision of a knee replacement, as NHS England publishes"
* description = "How the EQ VAS of episodes changes from before to 6 months after revision of a knee replacement, counting only records with an expectation of the case-mix model, as NHS England publishes."
* insert ChangeInScore(knee-replacement-revision, eq-vas, nhs-proms-knee-revision)
* insert ChangeStatistics(modelled, Modelled)
* insert AdjustedGain
