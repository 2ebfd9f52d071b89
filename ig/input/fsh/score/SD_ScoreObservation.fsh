Profile: ScoreObservation
Parent: Observation
Id: score-observation
Title: "Score"
Description: "A score the server derived from one response. A score that could not be calculated says so with dataAbsentReason."
* obeys score-observation-1
* extension contains
    Instrument named instrument 1..1 MS and
    Laterality named laterality 0..1 MS and
    MeasurementMoment named measurementMoment 0..1 MS and
    Respondent named respondent 0..1 MS and
    AnswerMode named answerMode 0..1 MS and
    StandardError named standardError 0..1 MS and
    WordingVersion named wordingVersion 0..1 MS
* identifier MS
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains derivedScore 1..1 MS
* identifier[derivedScore].system 1..1
* identifier[derivedScore].system = "https://w3id.org/meerwaarde/fhir/sid/derived-score"
* identifier[derivedScore].value 1..1
* identifier[derivedScore].value ^comment = "Id of the response and score code, with a bar between them."
* status MS
* category MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains survey 1..1 MS
* category[survey] = $observationCategory#survey
* code MS
* code from $scoreVS (extensible)
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] 1..1 MS
* effective[x] only dateTime
* performer 1..* MS
* value[x] MS
* value[x] only Quantity
* valueQuantity.value 1..1
* valueQuantity.unit MS
* valueQuantity.system MS
* valueQuantity.system = $ucum
* valueQuantity.code MS
* dataAbsentReason MS
* interpretation MS
* method MS
* method from $scoreMethodVS (extensible)
* derivedFrom 1..* MS
* derivedFrom only Reference(QuestionnaireResponse)
* referenceRange MS

Invariant: score-observation-1
Description: "A score has a value or says why it has none"
Severity: #error
Expression: "value.exists() or dataAbsentReason.exists()"
