// The smallest instrument: one question and one score. The shipped instruments stand in the questionnaires module.
Instance: example-questionnaire
InstanceOf: PromQuestionnaire
Usage: #example
* language = #en
* url = "https://w3id.org/meerwaarde/fhir/Questionnaire/example-questionnaire"
* version = "1.0.0"
* name = "ExampleQuestionnaire"
* title = "Health on a scale"
* status = #active
* experimental = true
* subjectType = #Patient
* item[+].linkId = "vas"
* item[=].text = "Health today"
* item[=].type = #integer
* item[=].required = false
* item[+].extension[+].url = "https://w3id.org/meerwaarde/fhir/StructureDefinition/score-definition"
* item[=].extension[=].valueReference = Reference(example-score-definition)
* item[=].extension[+].url = $calculatedExpression
* item[=].extension[=].valueExpression.language = #text/fhirpath
* item[=].extension[=].valueExpression.expression = "%resource.item.where(linkId = 'vas').answer.value.where($this >= 0 and $this <= 100)"
* item[=].extension[+].url = $observationExtract
* item[=].extension[=].valueBoolean = true
* item[=].extension[+].url = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit"
* item[=].extension[=].valueCoding = $ucum#{score}
* item[=].linkId = "eq-vas"
* item[=].code = $score#eq-vas
* item[=].text = "Score"
* item[=].type = #decimal
* item[=].required = false
* item[=].readOnly = true
