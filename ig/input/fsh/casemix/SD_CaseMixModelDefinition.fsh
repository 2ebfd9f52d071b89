Profile: CaseMixModelDefinition
Parent: Library
Id: case-mix-model-definition
Title: "Case-mix model"
Description: "A version of a model that says what is to be expected of an episode from what was known at its index date. Active, the server computes its expectation for every episode of the pathway; it never changes under one version."
* . ^short = "A version of a case-mix model"
* obeys case-mix-model-1 and case-mix-model-2
* extension contains
    Pathway named pathway 1..1 MS and
    Score named score 0..1 MS and
    PredictedEvent named predictedEvent 0..1 MS and
    Statistic named predictedShare 0..1 MS and
    WithinDays named withinDays 0..1 MS and
    MeasurementMoment named measurementMoment 1..1 MS and
    CaseMixEquation named equation 1..1 MS and
    CaseMixCovariate named covariate 0..* MS and
    CaseMixTerm named term 0..* MS and
    FittedOn named fittedOn 0..1 MS and
    CalibrationDecile named calibrationDecile 0..* MS
* url 1..1 MS
* version 1..1 MS
* title MS
* status MS
* type = http://terminology.hl7.org/CodeSystem/library-type#model-definition

Invariant: case-mix-model-1
Description: "A model predicts a score, an event, or that treatment comes in time"
Severity: #error
Expression: "extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/score').exists() or extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/predicted-event').exists() or extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/statistic').where(value = 'treated-within-days').exists()"

Invariant: case-mix-model-2
Description: "An active model says on what it was fitted"
Severity: #error
Expression: "status = 'active' implies extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/fitted-on').exists()"
