Instance: plan-definition-respondent-burden
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/plan-definition-respondent-burden"
* version = "0.1.0"
* name = "RespondentBurden"
* title = "Count what outcome sets ask"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Counts the questions that one or more outcome sets ask together, per moment and reporter. What they share is asked once: the same instrument, or a question with the same item code and the same answers."
* comment = "Sets may be counted whether they are on or off. Questions that are asked under a condition count, so a count is the most that somebody can meet; an instrument of a joint is counted once, whatever the number of joints."
* kind = #operation
* affectsState = false
* code = #respondent-burden
* resource = #PlanDefinition
* system = false
* type = true
* instance = true
* insert In(set, 0, canonical, [[An outcome set. At type level without any: the sets that are switched on. At instance level: sets that are counted together with that of the address.]])
* parameter[=].max = "*"
* insert In(condition, 0, string, [[A condition or treatment of the patient as system|code: only what is measured of such a patient counts. Without any everything counts. Codes are compared as they are.]])
* parameter[=].max = "*"
* insert Out(set, 0, canonical, [[A set that was counted, with its version.]])
* parameter[=].max = "*"
* parameter[+].name = #sitting
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "What one reporter is asked at one moment, in the order of time."
* insert Part(moment, 1, 1, Coding, [[The moment.]])
* insert Part(reporter, 1, 1, code, [[Who is asked: patient, related-person or practitioner.]])
* insert Part(questions, 1, 1, integer, [[How many questions are asked when what is shared is asked once.]])
* insert Part(questionsSeparately, 1, 1, integer, [[How many it were if every set, and every set that one takes over, were asked by itself.]])
* parameter[=].part[+].name = #instrument
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "*"
* parameter[=].part[=].documentation = "An instrument that is asked."
* insert PartOfPart(questionnaire, 1, 1, canonical, [[The Questionnaire, with its version.]])
* insert PartOfPart(questions, 1, 1, integer, [[How many questions it has.]])
* insert PartOfPart(added, 1, 1, integer, [[How many of them no instrument before it asks.]])
* insert PartOfPart(measures, 1, *, Coding, [[What it is asked for.]])
* insert PartOfPart(condition, 0, *, Coding, [[Asked only of patients with one of these; none: of everybody.]])
* parameter[=].part[+].name = #record
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "*"
* parameter[=].part[=].documentation = "Something that is recorded."
* insert PartOfPart(type, 1, 1, code, [[The type of resource.]])
* insert PartOfPart(element, 1, 1, code, [[The element with the codes, or of a Patient the element itself.]])
* insert PartOfPart(code, 0, *, Coding, [[Which: one of these codes.]])
* insert PartOfPart(measures, 1, *, Coding, [[What it is recorded for.]])
* insert PartOfPart(condition, 0, *, Coding, [[Recorded only of patients with one of these; none: of everybody.]])
* insert Part(assemble, 0, 1, Questionnaire, [[The instruments as a modular Questionnaire, ready for Questionnaire/$assemble.]])
* insert Out(issues, 0, OperationOutcome, [[What the counts leave out: instruments whose questions are not loaded.]])

RuleSet: Part(name, min, max, type, documentation)
* parameter[=].part[+].name = #{name}
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = {min}
* parameter[=].part[=].max = "{max}"
* parameter[=].part[=].documentation = "{documentation}"
* parameter[=].part[=].type = #{type}

RuleSet: PartOfPart(name, min, max, type, documentation)
* parameter[=].part[=].part[+].name = #{name}
* parameter[=].part[=].part[=].use = #out
* parameter[=].part[=].part[=].min = {min}
* parameter[=].part[=].part[=].max = "{max}"
* parameter[=].part[=].part[=].documentation = "{documentation}"
* parameter[=].part[=].part[=].type = #{type}
