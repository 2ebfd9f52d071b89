// What every shipped set says about itself. It is off until a hospital switches it on.
RuleSet: ShippedSet(id, name, nl)
* url = "https://w3id.org/meerwaarde/fhir/PlanDefinition/{id}"
* version = "1.0.0"
* name = "{name}"
* title.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* title.extension.extension[0].url = "lang"
* title.extension.extension[0].valueCode = #nl
* title.extension.extension[1].url = "content"
* title.extension.extension[1].valueString = "{nl}"
* status = #draft
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* language = #en

RuleSet: Condition(code, display)
* useContext.code = http://terminology.hl7.org/CodeSystem/usage-context-type#focus
* useContext.valueCodeableConcept = $sct#{code} "{display}"

// The generic outcomes, in the version this set was made with; the moments that follow are those of this set.
RuleSet: GenericCore
* action[+].id = "generic-core"
* action[=].title = "Generic outcomes"
* action[=].code = $pathwayAction#outcome-set
* action[=].definitionCanonical = "https://w3id.org/meerwaarde/fhir/PlanDefinition/generic-core|1.0.0"

RuleSet: Outcome(code, title)
* action[+].id = "{code}"
* action[=].title = "{title}"
* action[=].code.coding[0] = $pathwayAction#outcome
* action[=].code.coding[1] = $outcome#{code}

// Recorded once, before treatment.
RuleSet: CaseMix(code, title)
* action[+].id = "case-mix-{code}"
* action[=].title = "{title}"
* action[=].code.coding[0] = $pathwayAction#case-mix-variable
* action[=].code.coding[1] = $caseMixVariable#{code}
* insert At(baseline)

RuleSet: OnlyWith(code, display)
* action[=].reason = $sct#{code} "{display}"

// Without a version: the version that is in force when the patient answers is asked.
RuleSet: PatientAnswers(instrument)
* action[=].participant.type = #patient
* action[=].definitionCanonical = "https://w3id.org/meerwaarde/fhir/Questionnaire/{instrument}"

RuleSet: PatientTells(code)
* action[=].participant.type = #patient
* insert Recorded(Observation, code, {code})

RuleSet: TeamRecords(type, path, code)
* action[=].participant.type = #practitioner
* insert Recorded({type}, {path}, {code})

RuleSet: Recorded(type, path, code)
* action[=].input.type = #{type}
* action[=].input.codeFilter.path = "{path}"
* action[=].input.codeFilter.code = {code}

// What stands in the patient's own record.
RuleSet: PatientRecord(element)
* action[=].participant.type = #practitioner
* action[=].input.type = #Patient
* action[=].input.mustSupport = "{element}"

RuleSet: At(moment)
* action[=].extension[measurementMoment][+].valueCoding = $measurementMoment#{moment}

// Yearly and half-yearly sets go on for as long as the patient is followed; what is shipped goes on for five years.
RuleSet: YearlyAfter
* insert At(month-12)
* insert At(month-24)
* insert At(month-36)
* insert At(month-48)
* insert At(month-60)

RuleSet: Yearly
* insert At(baseline)
* insert YearlyAfter

RuleSet: HalfYearly
* insert At(baseline)
* insert At(month-6)
* insert At(month-12)
* insert At(month-18)
* insert At(month-24)
* insert At(month-30)
* insert At(month-36)
* insert At(month-42)
* insert At(month-48)
* insert At(month-54)
* insert At(month-60)

RuleSet: QuarterlyAfter
* insert At(month-3)
* insert At(month-6)
* insert At(month-9)
* insert At(month-12)

RuleSet: Quarterly
* insert At(baseline)
* insert QuarterlyAfter

RuleSet: TenYearsAfter
* insert At(month-6)
* insert YearlyAfter
* insert At(month-72)
* insert At(month-84)
* insert At(month-96)
* insert At(month-108)
* insert At(month-120)

RuleSet: TenYears
* insert At(baseline)
* insert TenYearsAfter

// The mark: A two or more sources, B one source, C general knowledge, to be checked before use.
RuleSet: Source(mark, citation)
* action[=].documentation.type = #citation
* action[=].documentation.label = "{mark}"
* action[=].documentation.citation = "{citation}"
