Instance: nhs-knee-replacement-primary-eq-vas
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(nhs-knee-replacement-primary-eq-vas, NHSKneeReplacementPrimaryEQVAS)
* title = "EQ VAS before and 6 months after primary knee replacement, as NHS England publishes"
* description = "How the EQ VAS of episodes changes from before to 6 months after primary knee replacement, counting only records with an expectation of the case-mix model, as NHS England publishes."
* insert ChangeInScore(knee-replacement-primary, eq-vas, nhs-proms-knee-primary)
* insert ChangeStatistics(modelled, Modelled)
* insert AdjustedGain
