Instance: decision-clinician-group
InstanceOf: SearchParameter
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/SearchParameter/decision-clinician-group"
* insert Published(DecisionClinicianGroupSearch)
* description = "Care plans and shared decisions by the clinician group that is responsible for them."
* code = #clinician-group
* base = #CarePlan
* type = #reference
* expression = "CarePlan.author"
* target[+] = #Organization
* target[+] = #CareTeam
* target[+] = #Practitioner
* target[+] = #PractitionerRole
