Instance: example-score-definition
InstanceOf: ScoreObservationDefinition
Usage: #example
* extension[scoreDirection].valueCode = #higher-is-better
* extension[minimalImportantChange].extension[value].valueDecimal = 8
* extension[minimalImportantChange].extension[use].valueCode = #group
* extension[minimalImportantChange].extension[source].valueString = "Invented for this example"
* extension[smallestDetectableChange].extension[value].valueDecimal = 15
* extension[smallestDetectableChange].extension[confidence].valueDecimal = 95
* extension[smallestDetectableChange].extension[source].valueString = "Invented for this example"
* category[survey] = $observationCategory#survey
* code = $score#eq-vas
* permittedDataType = #Quantity
* method = $scoreMethod#eq-vas-0-100
* quantitativeDetails.unit = $ucum#{score}
* quantitativeDetails.decimalPrecision = 0
* qualifiedInterval.category = #absolute
* qualifiedInterval.range.low = 0 '{score}' "score"
* qualifiedInterval.range.high = 100 '{score}' "score"
