Instance: decision-deviation
InstanceOf: SearchParameter
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/SearchParameter/decision-deviation"
* insert Published(DecisionDeviationSearch)
* description = "Shared decisions in which an option was considered that leaves the guideline in this way."
* code = #deviation
* base = #CarePlan
* type = #token
* expression = "CarePlan.activity.extension.where(url = 'https://w3id.org/meerwaarde/fhir/StructureDefinition/off-guideline').extension.where(url = 'deviation').value.ofType(CodeableConcept)"
