Extension: EndsFollowUp
Id: ends-follow-up
Title: "Ends follow-up"
Description: "True when this outcome event takes the episode out of the denominators of later moments."
Context: PlanDefinition.action
* value[x] 1..1
* value[x] only boolean
