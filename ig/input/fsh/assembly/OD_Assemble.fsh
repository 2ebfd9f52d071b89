Instance: questionnaire-assemble
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/questionnaire-assemble"
* version = "0.1.0"
* name = "Assemble"
* title = "Assemble a modular questionnaire"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Puts the parts that a modular Questionnaire names in their places and gives the whole form. What two parts share is asked once, and the scores of both still compute."
* comment = "As in Structured Data Capture. Nothing is stored: post the result to let patients answer it. The answer is the Questionnaire alone, or Parameters with return and outcome when there is something to say about it. Everything that keeps the form from being assembled is listed at once."
* base = "http://hl7.org/fhir/uv/sdc/OperationDefinition/Questionnaire-assemble"
* kind = #operation
* affectsState = false
* code = #assemble
* resource = #Questionnaire
* system = false
* type = true
* instance = true
* insert In(questionnaire, 0, Element, [[At type level, where it is needed: the modular Questionnaire itself (resource), its canonical address with or without a version (uri or canonical), or a reference to it.]])
* insert Out(return, 0, Questionnaire, [[The assembled Questionnaire.]])
* insert Out(outcome, 0, OperationOutcome, [[What to know about it: what is asked once, what was not carried over.]])
