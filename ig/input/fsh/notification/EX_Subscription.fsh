Instance: example-subscription
InstanceOf: Subscription
Usage: #example
* status = #requested
* reason = "The record system shows new scores"
* criteria = "Observation?category=survey"
* channel.type = #rest-hook
* channel.endpoint = "https://ehr.example.org/notifications"
* channel.payload = #application/fhir+json
* channel.header = "Authorization: Bearer secret-of-the-receiver"
* channel.extension[+].url = "https://w3id.org/meerwaarde/fhir/StructureDefinition/webhook-secret"
* channel.extension[=].valueString = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
