Instance: example-topic-subscription
InstanceOf: Subscription
Usage: #example
* status = #requested
* reason = "The record system shows new scores"
* criteria = "https://w3id.org/meerwaarde/fhir/SubscriptionTopic/new-score"
* criteria.extension[+].url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-filter-criteria"
* criteria.extension[=].valueString = "Observation?patient=Patient/example-patient"
* channel.type = #rest-hook
* channel.endpoint = "https://ehr.example.org/notifications"
* channel.payload = #application/fhir+json
* channel.payload.extension[+].url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-payload-content"
* channel.payload.extension[=].valueCode = #id-only
* channel.extension[+].url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-heartbeat-period"
* channel.extension[=].valueUnsignedInt = 3600
