Instance: questionnaire-response-extract
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/questionnaire-response-extract"
* version = "0.1.0"
* name = "Extract"
* title = "Extract resources from a response"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Makes resources of the answers in a completed response, as its questionnaire says: Observations by code, resources by definition, copies of templates. Returns a transaction and does not run it."
* comment = "Scores are the Observations that this server derives when the response is submitted, so running the transaction here changes nothing about them. What is extracted by code from a stored response has an id that follows from the response: extracting again gives the same."
* base = "http://hl7.org/fhir/uv/sdc/OperationDefinition/QuestionnaireResponse-extract"
* kind = #operation
* affectsState = false
* code = #extract
* resource = #QuestionnaireResponse
* system = false
* type = true
* instance = true
* insert In(questionnaire-response, 0, QuestionnaireResponse, [[The completed response. Asked for at type level; the instance is its own answer.]])
* insert In(questionnaire, 0, Questionnaire, [[The questionnaire, or one derived from it, where this server does not have it or does not know how to extract.]])
* insert Out(return, 0, Bundle, [[A transaction. Absent when there is nothing to extract.]])
* insert Out(issues, 0, OperationOutcome, [[What was left out and why.]])
