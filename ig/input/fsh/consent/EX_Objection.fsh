Instance: example-objection
InstanceOf: DataUseConsent
Usage: #example
* status = #active
* category[registryDelivery] = $consentCategory#registry-delivery
* category[similarPatients] = $consentCategory#similar-patients
* patient = Reference(example-patient)
* dateTime = "2025-12-01"
* policyRule = http://terminology.hl7.org/CodeSystem/v3-ActCode#OPTOUT
* provision.type = #deny
