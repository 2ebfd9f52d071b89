Instance: questionnaire-populate
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/questionnaire-populate"
* version = "0.1.0"
* name = "Populate"
* title = "Populate a questionnaire"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Makes a response to a questionnaire in which everything is answered that stands in the record: by the questionnaire's expressions, by the newest Observation with an item's code, by initial values. Stores nothing."
* comment = "An answer that is not an option or lies out of range is left out, and so is one to a question that is not asked given the other answers. What names a side (laterality) only answers a form whose launch context names the same. With GET identifier is a token (system and value with a bar between them), questionnaire a canonical or a reference, and there is no context or data."
* base = "http://hl7.org/fhir/uv/sdc/OperationDefinition/Questionnaire-populate"
* kind = #operation
* affectsState = false
* code = #populate
* resource = #Questionnaire
* system = false
* type = true
* instance = true
* insert In(identifier, 0, Identifier, [[Business identifier of the questionnaire; the newest version is meant. At type level this or questionnaire.]])
* insert In(questionnaire, 0, Element, [[Canonical of the questionnaire with or without a version, a reference to it, or the questionnaire itself. At type level this or identifier.]])
* insert AllowedType(canonical)
* insert AllowedType(Reference)
* insert AllowedType(Questionnaire)
* insert In(canonical, 0, canonical, [[As SDC 3 names it: the canonical of the questionnaire.]])
* insert In(questionnaireRef, 0, Reference, [[As SDC 3 names it: a reference to the questionnaire.]])
* insert In(subject, 1, Reference, [[The patient the response is about.]])
* parameter[+].name = #context
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "What the questionnaire is launched with, or the result of one of its variables; patient need not be given."
* insert PartIn(name, 1, string, [[Of the launch context or the variable. A name that neither the form nor SDC knows is refused.]])
* insert PartIn(content, *, Element, [[A resource, or a reference to one on this server. About the same patient, if about any.]])
* parameter[=].part[=].extension[+].url = "http://hl7.org/fhir/StructureDefinition/operationdefinition-allowed-type"
* parameter[=].part[=].extension[=].valueUri = "Reference"
* parameter[=].part[=].extension[+].url = "http://hl7.org/fhir/StructureDefinition/operationdefinition-allowed-type"
* parameter[=].part[=].extension[=].valueUri = "Resource"
* insert In(data, 0, Bundle, [[Resources about the patient that are to be used besides, or instead of, what the server has.]])
* insert In(local, 0, boolean, [[Whether what this server has of the patient is used. Absent: true.]])
* insert Out(response, 1, QuestionnaireResponse, [[The response, in progress.]])
* insert Out(issues, 0, OperationOutcome, [[What could not be filled in and why.]])
