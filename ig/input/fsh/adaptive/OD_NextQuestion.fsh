Instance: questionnaire-next-question
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/questionnaire-next-question"
* version = "0.1.0"
* name = "NextQuestion"
* title = "Next question of an adaptive instrument"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Takes an adaptive response with its form contained, as far as it was asked and answered, and gives it back with the question that tells most at the present estimate, or completed with T-score and standard error."
* comment = "As in Structured Data Capture. The response may be sent alone or in Parameters, and is answered alone. Nothing is stored and no patient need be named; the finished response is stored by posting it. To begin, contain a form without items that is derived from the adaptive Questionnaire, or name that Questionnaire. To go back, leave an answer out. A question that the patient declines is an item without answer that has a data-absent-reason."
* base = "http://hl7.org/fhir/uv/sdc/OperationDefinition/Questionnaire-next-question"
* kind = #operation
* affectsState = false
* code = #next-question
* resource = #Questionnaire
* system = false
* type = true
* instance = false
* insert In(questionnaire-response, 1, QuestionnaireResponse, [[The adaptive response so far, in-progress or completed.]])
* insert Out(return, 1, QuestionnaireResponse, [[The same one step further.]])
