Instance: nhs-hip-replacement-revision-eq-vas
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(nhs-hip-replacement-revision-eq-vas, NHSHipReplacementRevisionEQVAS)
* title = "EQ VAS before and 6 months after revision of a hip replacement, as NHS England publishes"
* description = "How the EQ VAS of episodes changes from before to 6 months after revision of a hip replacement, counting only records with an expectation of the case-mix model, as NHS England publishes."
* insert ChangeInScore(hip-replacement-revision, eq-vas, nhs-proms-hip-revision)
* insert ChangeStatistics(modelled, Modelled)
* insert AdjustedGain
