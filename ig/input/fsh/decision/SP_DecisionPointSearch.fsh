Instance: decision-point
InstanceOf: SearchParameter
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/SearchParameter/decision-point"
* insert Published(DecisionPointSearch)
* description = "Shared decisions by where in the pathway they are taken."
* code = #decision-point
* base = #CarePlan
* type = #token
* expression = "CarePlan.extension.where(url = 'https://w3id.org/meerwaarde/fhir/StructureDefinition/decision-point').value.ofType(CodeableConcept)"
