Extension: PathwayLine
Id: pathway-line
Title: "Pathway line"
Description: "A line of the pathway's metro map: what it is called, and whose stations lie on it. A role that no line names has a line of its own."
Context: PlanDefinition
* extension contains
    title 1..1 and
    kind 1..1 and
    role 0..*
* extension[title].value[x] 1..1
* extension[title].value[x] only string
* extension[kind].value[x] 1..1
* extension[kind].value[x] only code
* extension[kind].value[x] from $pathwayLineVS (required)
* extension[role].value[x] 1..1
* extension[role].value[x] only CodeableConcept
* extension[role].value[x] from $teamRoleVS (extensible)
