Extension: Laterality
Id: laterality
Title: "Laterality"
Description: "The side of the body: left, right or bilateral."
Context: CarePlan, Procedure, ServiceRequest, Task, QuestionnaireResponse, Observation
* value[x] 1..1
* value[x] only Coding
* obeys laterality-1

Invariant: laterality-1
Description: "The side is left (7771000), right (24028007) or bilateral (51440002) of SNOMED CT"
Severity: #error
Expression: "value.where(system = 'http://snomed.info/sct' and code in ('7771000' | '24028007' | '51440002')).exists()"
