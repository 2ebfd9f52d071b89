// Both ways to mark an alarming answer: on an option, and on a question that takes a number.
Instance: example-alarming-questionnaire
InstanceOf: PromQuestionnaire
Usage: #example
* language = #en
* url = "https://w3id.org/meerwaarde/fhir/Questionnaire/example-alarming-questionnaire"
* version = "1.0.0"
* name = "ExampleAlarmingQuestionnaire"
* title = "Mood"
* status = #active
* experimental = true
* subjectType = #Patient
* item[+].linkId = "dark-thoughts"
* item[=].text = "Dark thoughts"
* insert Translation(item[=].text, nl, [[Sombere gedachten]])
* item[=].type = #choice
* item[=].answerOption[+].valueString = "never"
* item[=].answerOption[+].valueString = "often"
* item[=].answerOption[=].extension[alarmingAnswer].valueCode = #suicidality
* item[+].linkId = "despair"
* item[=].extension[alarmingRange].extension[alert].valueCode = #suicidality
* item[=].extension[alarmingRange].extension[minimum].valueDecimal = 8
* item[=].text = "Despair"
* item[=].type = #integer
