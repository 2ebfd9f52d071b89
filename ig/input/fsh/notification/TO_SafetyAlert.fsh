Instance: topic-safety-alert
InstanceOf: Basic
Usage: #definition
* insert Topic(safety-alert, Safety alert, [[A patient gave an alarming answer. The Task that goes with it, and its escalation, reach people; this reaches systems.]])
* insert ResourceTrigger(Flag)
* insert On(create)
* insert When([[_profile=https://w3id.org/meerwaarde/fhir/StructureDefinition/safety-alert-flag]])
* insert FilterBy(Flag, patient)
* insert FilterBy(Flag, subject)
