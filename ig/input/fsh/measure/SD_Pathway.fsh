Extension: Pathway
Id: pathway
Title: "Pathway"
Description: "The pathway whose episodes a measure counts. Without a version: the episodes of every version."
Context: Measure
* value[x] 1..1
* value[x] only Canonical(PlanDefinition)
