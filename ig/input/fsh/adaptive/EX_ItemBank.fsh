// A bank that nobody owns, with made-up parameters: four questions, of which a patient is asked at least two.
RuleSet: ExampleBankItem(number, discrimination, low, middle, high)
* item[+].linkId = "worry-{number}"
* item[=].text = "Worry, question {number}"
* item[=].type = #choice
* item[=].extension[0].url = "https://w3id.org/meerwaarde/fhir/StructureDefinition/graded-response"
* item[=].extension[0].extension[0].url = "discrimination"
* item[=].extension[0].extension[0].valueDecimal = {discrimination}
* item[=].extension[0].extension[1].url = "threshold"
* item[=].extension[0].extension[1].valueDecimal = {low}
* item[=].extension[0].extension[2].url = "threshold"
* item[=].extension[0].extension[2].valueDecimal = {middle}
* item[=].extension[0].extension[3].url = "threshold"
* item[=].extension[0].extension[3].valueDecimal = {high}
* insert ExampleBankAnswer(0, 1)
* insert ExampleBankAnswer(1, 2)
* insert ExampleBankAnswer(2, 3)
* insert ExampleBankAnswer(3, 4)

RuleSet: ExampleBankAnswer(index, category)
* item[=].answerOption[{index}].extension[0].url = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
* item[=].answerOption[{index}].extension[0].valueDecimal = {category}
* item[=].answerOption[{index}].valueCoding = https://hospital.example/often#{category}

Instance: example-item-bank
InstanceOf: PromQuestionnaire
Usage: #example
* language = #en
* url = "https://w3id.org/meerwaarde/fhir/Questionnaire/example-item-bank"
* version = "1.0.0"
* name = "ExampleItemBank"
* title = "Worry, adaptive"
* status = #active
* experimental = true
* subjectType = #Patient
* extension[stoppingRule].extension[minimum-items].valuePositiveInt = 2
* extension[stoppingRule].extension[maximum-items].valuePositiveInt = 3
* extension[stoppingRule].extension[standard-error].valueDecimal = 4.0
* insert ExampleBankItem(1, 2.5, -1.8, -1, -0.2)
* insert ExampleBankItem(2, 3, -0.8, 0, 0.8)
* insert ExampleBankItem(3, 2.8, 0.2, 1, 1.8)
* insert ExampleBankItem(4, 2.2, 1.2, 2, 2.8)
* item[+].linkId = "worry-t"
* item[=].extension[0].url = "https://w3id.org/meerwaarde/fhir/StructureDefinition/item-response-score"
* item[=].extension[0].valueCode = #t-score
* item[=].extension[1].url = $observationExtract
* item[=].extension[1].valueBoolean = true
* item[=].code = https://hospital.example/score#worry-t
* item[=].text = "T-score"
* item[=].type = #decimal
* item[=].readOnly = true
* item[+].linkId = "worry-se"
* item[=].extension[0].url = "https://w3id.org/meerwaarde/fhir/StructureDefinition/item-response-score"
* item[=].extension[0].valueCode = #standard-error
* item[=].extension[1].url = "https://w3id.org/meerwaarde/fhir/StructureDefinition/standard-error-of"
* item[=].extension[1].valueString = "worry-t"
* item[=].text = "Standard error"
* item[=].type = #decimal
* item[=].readOnly = true
