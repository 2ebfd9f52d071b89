Instance: async-status
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/async-status"
* version = "0.1.0"
* name = "AsyncStatus"
* title = "How far a request is that is answered later"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Says how far a request with Prefer: respond-async is, and gives its answers when they are there."
* comment = "GET answers 202 with X-Progress and Retry-After while the request is being answered, then 200 with a Bundle of type batch-response (FHIR R5, Asynchronous Interaction Request Pattern): one entry for each answer, or for the OperationOutcome that says why there is none. DELETE answers 202: the request is cancelled or its answers are thrown away; after that GET answers 404."
* kind = #operation
* affectsState = false
* code = #async-status
* system = true
* type = false
* instance = false
* insert In(request, 1, string, [[The request, as the Content-Location of its 202 names it.]])
* insert Out(return, 1, Resource, [[An OperationOutcome while the request is being answered, then a Bundle of type batch-response.]])
