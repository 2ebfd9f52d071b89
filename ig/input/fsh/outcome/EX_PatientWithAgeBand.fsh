// A patient from a source that publishes age bands only.
Instance: example-patient-with-age-band
InstanceOf: Patient
Usage: #example
* extension[+].url = "https://w3id.org/meerwaarde/fhir/StructureDefinition/age-band"
* extension[=].valueString = "60-69"
* gender = #male
