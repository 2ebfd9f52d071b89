// Eva is 28 when she is told that she has breast cancer. As a girl she had a lymphoma, and radiotherapy.
Instance: eva
InstanceOf: Patient
Usage: #example
* active = true
* name.family = "Voorbeeld"
* name.given = "Eva"
* gender = #female
* birthDate = "1995-06-20"
* communication.language = urn:ietf:bcp:47#nl
* communication.preferred = true

Instance: eva-partner
InstanceOf: RelatedPerson
Usage: #example
* active = true
* patient = Reference(eva)
* relationship = http://terminology.hl7.org/CodeSystem/v3-RoleCode#DOMPART
* name.text = "Sam Verzonnen"
* telecom.system = #phone
* telecom.value = "+31 20 555 0300"

Instance: eva-breast-cancer
InstanceOf: Condition
Usage: #example
* insert Diagnosis(eva, 2024-01-15)
* code = $sct#254837009 "Malignant tumor of breast"
* code.text = "Borstkanker links"

Instance: eva-lymphoma
InstanceOf: Condition
Usage: #example
* clinicalStatus = http://terminology.hl7.org/CodeSystem/condition-clinical#resolved
* verificationStatus = http://terminology.hl7.org/CodeSystem/condition-ver-status#confirmed
* code.text = "Non-hodgkinlymfoom"
* subject = Reference(eva)
* onsetDateTime = "2010"
* abatementDateTime = "2011"

Instance: eva-earlier-radiotherapy
InstanceOf: Procedure
Usage: #example
* status = #completed
* code.text = "Bestraling van de borstkas"
* subject = Reference(eva)
* performedDateTime = "2011"
* reasonReference = Reference(eva-lymphoma)

// What she tells a year after the operation.
Instance: eva-intimacy
InstanceOf: Condition
Usage: #example
* insert Diagnosis(eva, 2025-03-20)
* code.text = "Problemen met seksualiteit na de behandeling"
