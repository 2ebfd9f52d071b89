// The portal had computed 40; the server's own 41 counts, the portal's value is kept beside it.
Instance: example-month-6-response
InstanceOf: PromResponse
Usage: #example
* insert OxfordKneeResponse(month-6, 2025-09-09T19:40:00+02:00)
* insert OxfordKneeAnswers(3, 4, 3, 4, 3, 3, 4, 4, 3, 3, 4, 3)
* item[+].linkId = "oxford-knee-score"
* item[=].answer.valueDecimal = 41
* item[=].answer.extension[clientScore].valueDecimal = 40
