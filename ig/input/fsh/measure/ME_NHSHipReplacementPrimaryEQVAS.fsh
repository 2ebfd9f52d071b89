Instance: nhs-hip-replacement-primary-eq-vas
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(nhs-hip-replacement-primary-eq-vas, NHSHipReplacementPrimaryEQVAS)
* title = "EQ VAS before and 6 months after primary hip replacement, as NHS England publishes"
* description = "How the EQ VAS of episodes changes from before to 6 months after primary hip replacement, counting only records with an expectation of the case-mix model, as NHS England publishes."
* insert ChangeInScore(hip-replacement-primary, eq-vas, nhs-proms-hip-primary)
* insert ChangeStatistics(modelled, Modelled)
* insert AdjustedGain
