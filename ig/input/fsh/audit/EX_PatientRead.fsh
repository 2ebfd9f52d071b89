Instance: example-audit-patient-read
InstanceOf: AuditEvent
Usage: #example
* meta.profile = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PatientRead"
* insert Accessed(read, R, 200)
* insert Portal(110152, [[Destination Role ID]])
* insert Server(110153, [[Source Role ID]])
* insert Nurse(IRCP)
* entity[+].type = http://terminology.hl7.org/CodeSystem/audit-entity-type#2 "System Object"
* entity[=].role = http://terminology.hl7.org/CodeSystem/object-role#4 "Domain Resource"
* entity[=].what.reference = "Observation/example-baseline-score"
* insert OfPatient(example-patient)
