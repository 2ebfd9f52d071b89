Extension: Pathway
Id: pathway
Title: "Pathway"
Description: "The pathway whose episodes a measure counts or a case-mix model is about. Without a version: the episodes of every version."
Context: Measure, Library
* value[x] 1..1
* value[x] only Canonical(PlanDefinition)
