Instance: patient-retention-due
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/patient-retention-due"
* version = "0.1.0"
* name = "RetentionDue"
* title = "Whose record need not be kept"
* status = #active
* experimental = false
* date = "2026-11-23"
* publisher = "Meerwaarde"
* description = "Names the patients of whom nothing was stored or changed for as long as records are kept, neither their Patient nor anything about them or those merged with them. Erases nobody."
* comment = "For administrators, who judge each case and erase with $erase. At most 200 patients at a time, those who changed longest ago first."
* kind = #operation
* affectsState = false
* code = #retention-due
* resource = #Patient
* system = false
* type = true
* instance = false
* insert In(unchangedSince, 0, date, [[A day since when nothing changed; absent: by the setting of the server, as shipped twenty years ago.]])
* insert Out(unchangedSince, 1, date, [[The day that counted.]])
* insert OutMany(patient, 0, Reference, [[A patient.]])
