Profile: ExpectedOutcome
Parent: RiskAssessment
Id: expected-outcome
Title: "Expected outcome"
Description: "What a named version of a case-mix model expects for one episode, from what was known at the index date."
* . ^short = "What a case-mix model expects"
* status MS
* basedOn 1..1 MS
* basedOn only Reference(CarePlan)
* subject MS
* subject only Reference(Patient)
* method 1..1 MS
* method from $caseMixModelVS (extensible)
* method.coding 1..1
  * system 1..1
  * version 1..1
  * version ^comment = "The version of the model; nodes that are compared use the same one."
  * code 1..1
* prediction 1..* MS
  * extension contains
      MeasurementMoment named measurementMoment 1..1 MS and
      ExpectedValue named expectedValue 1..1 MS
  * outcome 1..1 MS
  * outcome from $scoreVS (extensible)
