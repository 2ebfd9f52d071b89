// What the examples of AuditEvents have in common.
RuleSet: Accessed(interaction, action, status)
* language = #nl
* type = http://terminology.hl7.org/CodeSystem/audit-event-type#rest "RESTful Operation"
* subtype = http://hl7.org/fhir/restful-interaction#{interaction} "{interaction}"
* action = #{action}
* recorded = "2026-11-03T14:05:00.000+01:00"
* outcome = #0
* outcomeDesc = "HTTP {status}"
* source.observer.display = "https://hospital.example.org/fhir"
* source.type = http://terminology.hl7.org/CodeSystem/security-source-type#4 "Application Server"
* entity[+].type = https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType#XrequestId
* entity[=].what.identifier.value = "b7Zk2pWqXc91LmTa"

RuleSet: Machine(code, display)
* agent[+].type = http://dicom.nema.org/resources/ontology/DCM#{code} "{display}"
* agent[=].requestor = false

RuleSet: Portal(code, display)
* insert Machine({code}, [[{display}]])
* agent[=].who.identifier.system = "https://login.hospital.example.org"
* agent[=].who.identifier.value = "portal"
* agent[=].network.address = "192.0.2.7"
* agent[=].network.type = #2

RuleSet: Server(code, display)
* insert Machine({code}, [[{display}]])
* agent[=].who.display = "https://hospital.example.org/fhir"
* agent[=].network.address = "https://hospital.example.org/fhir"
* agent[=].network.type = #5

RuleSet: Nurse(code)
* agent[+].type = http://terminology.hl7.org/CodeSystem/v3-ParticipationType#{code}
* agent[=].requestor = true
* agent[=].who.reference = "Practitioner/example-nurse"
* agent[=].who.identifier.system = "https://login.hospital.example.org"
* agent[=].who.identifier.value = "f4f7c0de"
* agent[=].name = "S. Zorg"
* agent[=].role.text = "care-team-member"
* agent[=].policy[+] = "user/Observation.rs"
* agent[+].type = http://terminology.hl7.org/CodeSystem/v3-ParticipationType#RESP "responsible party"
* agent[=].requestor = false
* agent[=].who.reference = "Organization/example-hospital"

RuleSet: OfPatient(patient)
* entity[+].type = http://terminology.hl7.org/CodeSystem/audit-entity-type#1 "Person"
* entity[=].role = http://terminology.hl7.org/CodeSystem/object-role#1 "Patient"
* entity[=].what.reference = "Patient/{patient}"
