Instance: nhs-hip-replacement-primary-eq-5d-3l-uk
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(nhs-hip-replacement-primary-eq-5d-3l-uk, NHSHipReplacementPrimaryEQ5D3LUK)
* title = "EQ-5D-3L index (UK) before and 6 months after primary hip replacement, as NHS England publishes"
* description = "How the EQ-5D-3L index (UK) of episodes changes from before to 6 months after primary hip replacement, counting only records with an expectation of the case-mix model, as NHS England publishes."
* insert ChangeInScore(hip-replacement-primary, eq-5d-3l-index-uk, nhs-proms-hip-primary)
* insert ChangeStatistics(modelled, Modelled)
* insert AdjustedGain
