Extension: MeasurementMoment
Id: measurement-moment
Title: "Measurement moment"
Description: "The moment of the pathway: baseline, month 6 and so on."
Context: QuestionnaireResponse, Observation, Task, CommunicationRequest, DetectedIssue, RiskAssessment.prediction, PlanDefinition.action, Goal, Library, Measure
* value[x] 1..1
* value[x] only Coding
* value[x] from $measurementMomentVS (required)
