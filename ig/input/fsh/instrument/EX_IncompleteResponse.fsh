// Twelve weeks after the operation, outside every window, and broken off after four questions.
Instance: example-incomplete-response
InstanceOf: PromResponse
Usage: #example
* questionnaire = "https://w3id.org/meerwaarde/fhir/Questionnaire/oxford-knee-score|1.0.0"
* status = #completed
* subject = Reference(example-patient)
* authored = "2025-06-02T09:15:00+02:00"
* insert OxfordAnswer(oks-01, 3)
* insert OxfordAnswer(oks-02, 3)
* insert OxfordAnswer(oks-03, 2)
* insert OxfordAnswer(oks-04, 3)
