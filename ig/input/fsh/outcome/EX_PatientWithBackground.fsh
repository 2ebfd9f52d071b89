// What may keep somebody from answering.
Instance: example-patient-with-background
InstanceOf: Patient
Usage: #example
* extension[+].url = "https://w3id.org/meerwaarde/fhir/StructureDefinition/health-literacy"
* extension[=].valueCode = #limited
* extension[+].url = "https://w3id.org/meerwaarde/fhir/StructureDefinition/deprivation"
* extension[=].valueInteger = 1
* gender = #female
* birthDate = "1948-03-09"
* communication.language = urn:ietf:bcp:47#ar
* communication.preferred = true
