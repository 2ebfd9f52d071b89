Instance: decision-wanted-variation
InstanceOf: SearchParameter
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/SearchParameter/decision-wanted-variation"
* insert Published(DecisionWantedVariationSearch)
* description = "Shared decisions whose choice leaves the guideline in this way."
* code = #wanted-variation
* base = #CarePlan
* type = #token
* expression = "CarePlan.where(status = 'active' or status = 'on-hold' or status = 'completed').activity.where(detail.status != 'cancelled').extension.where(url = 'https://w3id.org/meerwaarde/fhir/StructureDefinition/off-guideline').extension.where(url = 'deviation').value.ofType(CodeableConcept)"
