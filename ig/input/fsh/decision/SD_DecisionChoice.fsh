Extension: DecisionChoice
Id: decision-choice
Title: "Decision: choice"
Description: "What was chosen: one of the options of the decision."
Context: CarePlan
* value[x] 1..1
* value[x] only CodeableConcept
