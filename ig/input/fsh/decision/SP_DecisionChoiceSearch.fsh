Instance: decision-choice
InstanceOf: SearchParameter
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/SearchParameter/decision-choice"
* insert Published(DecisionChoiceSearch)
* description = "Shared decisions by what was chosen. Options that were considered are found by activity-code, conditions by condition."
* code = #choice
* base = #CarePlan
* type = #token
* expression = "CarePlan.extension.where(url = 'https://w3id.org/meerwaarde/fhir/StructureDefinition/decision-choice').value.ofType(CodeableConcept)"
