Instance: patient-erase
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/patient-erase"
* version = "0.1.0"
* name = "ErasePatient"
* title = "Erase a patient"
* status = #active
* experimental = false
* date = "2026-11-23"
* publisher = "Meerwaarde"
* description = "Removes everything that is stored about a patient, with its history, and everything that was derived from it. What was published stays; of a published year that the patient was in nothing more is released. The audit trail stays."
* comment = "For administrators, on a request that somebody decided on: the reason is recorded with who did it. Merged patients are erased together. Where something else refers to a resource of the patient nothing is erased (409). An erasure that was broken off is finished by asking for it again."
* kind = #operation
* affectsState = true
* code = #erase
* resource = #Patient
* system = false
* type = false
* instance = true
* insert In(reason, 1, string, [[Who asked for it, and why it may be done.]])
* insert Out(resources, 1, integer, [[How many resources were erased.]])
* insert OutMany(closed, 0, string, [[A release of which nothing more is told: Measure and year.]])
