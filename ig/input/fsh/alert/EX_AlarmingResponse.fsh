Instance: example-alarming-response
InstanceOf: PromResponse
Usage: #example
* questionnaire = "https://w3id.org/meerwaarde/fhir/Questionnaire/example-alarming-questionnaire|1.0.0"
* status = #in-progress
* subject = Reference(example-patient)
* authored = "2026-02-20T10:05:00+01:00"
* item.linkId = "dark-thoughts"
* item.answer.valueString = "often"
