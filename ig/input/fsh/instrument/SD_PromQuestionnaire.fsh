Profile: PromQuestionnaire
Parent: Questionnaire
Id: prom-questionnaire
Title: "PROM questionnaire"
Description: "An instrument: its items, and its scores as calculated items."
* obeys prom-questionnaire-1 and prom-questionnaire-2 and prom-questionnaire-3
* extension contains
    SideSpecific named sideSpecific 0..1 MS and
    StoppingRule named stoppingRule 0..1 MS and
    WordingRequired named wordingRequired 0..1 MS and
    Wording named wording 0..1 MS
* url 1..1 MS
* version 1..1 MS
* title MS
* status MS
* language 1..1 MS
* subjectType 1..* MS
* item MS
  * extension contains
      ScoreDefinition named scoreDefinition 0..1 MS and
      StandardErrorOf named standardErrorOf 0..1 MS and
      EasyRead named easyRead 0..* MS and
      AlarmingRange named alarmingRange 0..* MS and
      GradedResponse named gradedResponse 0..1 MS and
      ItemResponseScore named itemResponseScore 0..1 MS and
      AskedAs named askedAs 0..1 MS
  * linkId MS
  * code MS
  * text MS
  * type MS
  * readOnly MS
  * answerOption MS
    * extension contains
        EasyRead named easyRead 0..* MS and
        AlarmingAnswer named alarmingAnswer 0..* MS

Invariant: prom-questionnaire-1
Description: "A score item is a decimal that nobody fills in and that may stay empty"
Severity: #error
Expression: "repeat(item).where(extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/score-definition').exists()).all(type = 'decimal' and readOnly.where($this).exists() and required.where($this).empty())"

Invariant: prom-questionnaire-2
Description: "A score item has a code and a unit"
Severity: #error
Expression: "repeat(item).where(extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/score-definition').exists()).all(code.exists() and extension('http://hl7.org/fhir/StructureDefinition/questionnaire-unit').exists())"

Invariant: prom-questionnaire-3
Description: "A score item says how it is calculated or estimated and that it becomes an Observation"
Severity: #error
Expression: "repeat(item).where(extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/score-definition').exists()).all((extension('http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression').exists() or extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/item-response-score').exists()) and extension('http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationExtract').where(value = true).exists())"
