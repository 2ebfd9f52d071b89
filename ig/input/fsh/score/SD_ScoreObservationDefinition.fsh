Profile: ScoreObservationDefinition
Parent: ObservationDefinition
Id: score-observation-definition
Title: "Score definition"
Description: "What a score means: direction, unit, range of possible values, and the changes that count."
* obeys score-observation-definition-1
* extension contains
    ScoreDirection named scoreDirection 1..1 MS and
    MinimalImportantChange named minimalImportantChange 0..* MS and
    SmallestDetectableChange named smallestDetectableChange 0..* MS and
    ReferenceValue named referenceValue 0..* MS
* category MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains survey 1..1 MS
* category[survey] = $observationCategory#survey
* code MS
* code from $scoreVS (extensible)
* permittedDataType 1..1 MS
* permittedDataType = #Quantity
* method 1..1 MS
* method from $scoreMethodVS (extensible)
* quantitativeDetails 1..1 MS
  * unit 1..1 MS
  * decimalPrecision 1..1 MS
* qualifiedInterval 1..* MS
  * category 1..1
  * range MS

Invariant: score-observation-definition-1
Description: "The range of possible values is known"
Severity: #error
Expression: "qualifiedInterval.where(category = 'absolute' and range.low.exists() and range.high.exists()).count() = 1"
