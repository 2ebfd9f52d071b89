Profile: GoalAttainmentScore
Parent: Observation
Id: goal-attainment-score
Title: "Goal attainment T-score"
Description: "The confirmed attainments of an episode's goals on a day as one number: goal attainment scaling by Kiresuk and Sherman, weighted. It shows one patient's course and is never compared between patients or teams."
* . ^short = "Attainment of several goals as one number"
* identifier 1..* MS
* status MS
* category MS
* code = $score#gas-t-score
* subject 1..1 MS
* subject only Reference(Patient)
* basedOn 1..1 MS
* basedOn only Reference(CarePlan)
* focus 1..* MS
* focus only Reference(Goal)
* effective[x] 1..1 MS
* effective[x] only dateTime
* value[x] 1..1 MS
* value[x] only Quantity
* method 1..1 MS
* method = $scoreMethod#gas-kiresuk-sherman-1968
* derivedFrom 1..* MS
* derivedFrom only Reference(Observation)
* derivedFrom ^short = "The attainments that count"
