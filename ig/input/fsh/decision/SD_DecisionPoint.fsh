Extension: DecisionPoint
Id: decision-point
Title: "Decision point"
Description: "Where in the pathway the decision is taken; decision aids are found by it."
Context: CarePlan
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from $decisionPointVS (extensible)
