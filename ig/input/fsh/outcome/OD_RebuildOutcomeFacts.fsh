Instance: rebuild-outcome-facts
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/rebuild-outcome-facts"
* version = "0.1.0"
* name = "RebuildOutcomeFacts"
* title = "Rebuild outcome facts"
* status = #active
* experimental = false
* date = "2026-11-21"
* publisher = "Meerwaarde"
* description = "Derives scores and outcome facts anew from what is stored, for one patient or for all. What is right already stays untouched, so it may be called at any time."
* comment = "The work is done by a job; the answer is a Parameters resource that names it."
* kind = #operation
* affectsState = true
* code = #rebuild-outcome-facts
* resource = #Patient
* system = true
* type = false
* instance = true
* insert Out(jobId, 1, string, [[The job that does the work.]])
* insert Out(statusUrl, 1, url, [[Where to ask how far the job is.]])
