Instance: topic-new-score
InstanceOf: Basic
Usage: #definition
* insert Topic(new-score, New score, [[A score was computed, or computed anew because its answers changed.]])
* insert ResourceTrigger(Observation)
* insert On(create)
* insert On(update)
* insert When([[_profile=https://w3id.org/meerwaarde/fhir/StructureDefinition/score-observation]])
* insert FilterBy(Observation, patient)
* insert FilterBy(Observation, subject)
* insert FilterBy(Observation, code)
* insert FilterBy(Observation, status)
