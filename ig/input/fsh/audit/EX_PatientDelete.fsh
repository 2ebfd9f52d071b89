Instance: example-audit-patient-delete
InstanceOf: AuditEvent
Usage: #example
* meta.profile = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PatientDelete"
* insert Accessed(delete, D, 200)
* insert Portal(110150, [[Application]])
* agent[+].type = http://terminology.hl7.org/CodeSystem/provenance-participant-type#custodian "Custodian"
* agent[=].requestor = false
* agent[=].who.display = "https://hospital.example.org/fhir"
* agent[=].network.address = "https://hospital.example.org/fhir"
* agent[=].network.type = #5
* insert Nurse(AUT)
* entity[+].type = http://terminology.hl7.org/CodeSystem/audit-entity-type#2 "System Object"
* entity[=].role = http://terminology.hl7.org/CodeSystem/object-role#4 "Domain Resource"
* entity[=].what.reference = "QuestionnaireResponse/example-alarming-response"
* insert OfPatient(example-patient)
