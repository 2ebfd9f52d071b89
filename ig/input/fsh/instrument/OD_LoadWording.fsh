Instance: questionnaire-load-wording
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/questionnaire-load-wording"
* version = "0.1.0"
* name = "LoadWording"
* title = "Load the owner's wording"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Lays the owner's licensed text over an instrument. What is asked, what answers are worth and how scores are computed stay as they are; a text that would change them, or that leaves something out, is refused with all differences."
* kind = #operation
* affectsState = true
* code = #load-wording
* resource = #Questionnaire
* system = false
* type = false
* instance = true
* insert In(wording, 0, Questionnaire, [[The text as a Questionnaire, its items found by linkId or code. Either this or the table.]])
* insert In(table, 0, string, [[The text as comma-separated values. Its columns are linkId and answer and language and text; plain and readAloud and picture may follow.]])
* insert In(licence, 1, string, [[Number or name of the licence under which the text is used.]])
* insert Out(return, 1, Questionnaire, [[The instrument as stored.]])
