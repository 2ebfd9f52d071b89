Instance: subscription-replay
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/subscription-replay"
* version = "0.1.0"
* name = "Replay"
* title = "Send again what a receiver did not accept"
* status = #active
* experimental = false
* date = "2026-11-23"
* publisher = "Meerwaarde"
* description = "Takes up a Subscription that the server gave up, and sends its dead letters: the notifications that the receiver did not accept for days."
* comment = "They keep their event numbers and webhook ids, and go in their old order, before anything newer. A Subscription to a topic shakes hands first. What was accepted is not sent again; $events gives it."
* kind = #operation
* affectsState = true
* code = #replay
* resource = #Subscription
* system = false
* type = false
* instance = true
* insert Out(count, 1, integer, [[How many notification events will be sent again.]])
