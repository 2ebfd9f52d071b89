Instance: example-audit-patient-query
InstanceOf: AuditEvent
Usage: #example
* meta.profile = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PatientQuery"
* insert Accessed(search-type, E, 200)
* purposeOfEvent = http://terminology.hl7.org/CodeSystem/v3-ActReason#BTG "break the glass"
* purposeOfEvent.text = "bewusteloos op straat"
* insert Portal(110153, [[Source Role ID]])
* insert Server(110152, [[Destination Role ID]])
* insert Nurse(IRCP)
* entity[+].type = http://terminology.hl7.org/CodeSystem/audit-entity-type#2 "System Object"
* entity[=].role = http://terminology.hl7.org/CodeSystem/object-role#24 "Query"
* entity[=].query = "aHR0cHM6Ly9ob3NwaXRhbC5leGFtcGxlLm9yZy9maGlyL09ic2VydmF0aW9uP3BhdGllbnQ9ZXhhbXBsZS1wYXRpZW50"
* insert OfPatient(example-patient)
