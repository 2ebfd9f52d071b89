Instance: example-baseline-response
InstanceOf: PromResponse
Usage: #example
* insert OxfordKneeResponse(baseline, 2025-02-20T10:05:00+01:00)
* insert OxfordKneeAnswers(1, 2, 1, 2, 1, 1, 2, 2, 1, 2, 2, 1)
* item[+].linkId = "oxford-knee-score"
* item[=].answer.valueDecimal = 18
