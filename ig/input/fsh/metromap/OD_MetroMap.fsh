Instance: plan-definition-metro-map
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/plan-definition-metro-map"
* version = "0.1.0"
* name = "MetroMap"
* title = "Draw a pathway as a metro map"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Draws a pathway as a metro map: lines are the patient, professions and diagnostics, stations are activities, measurements and the treatment, interchanges are decisions. With a patient it shows where that is."
* comment = "In the language of Accept-Language, Dutch or English. With _format or Accept image/svg+xml the answer is the picture itself, else a Binary that holds it. The same pathway gives the same picture."
* kind = #operation
* affectsState = false
* code = #metro-map
* resource = #PlanDefinition
* system = false
* type = true
* instance = true
* insert In(pathway, 0, canonical, [[The pathway (url or url|version). At type level only; without it the pathway of the patient's only active episode.]])
* insert In(subject, 0, string, [[Reference to a patient with an active episode of the pathway: you are here. The place follows from the days since the treatment that is based on the episode; without a date it is the first station.]])
* insert Out(return, 1, Binary, [[The picture, image/svg+xml.]])
