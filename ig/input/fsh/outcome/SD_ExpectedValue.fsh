Extension: ExpectedValue
Id: expected-value
Title: "Expected value"
Description: "The score a case-mix model expects for this patient at this moment."
Context: RiskAssessment.prediction
* value[x] 1..1
* value[x] only decimal
