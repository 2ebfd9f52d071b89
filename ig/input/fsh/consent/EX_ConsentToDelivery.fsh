Instance: example-consent-to-delivery
InstanceOf: DataUseConsent
Usage: #example
* status = #active
* category[registryDelivery] = $consentCategory#registry-delivery
* patient = Reference(example-patient)
* dateTime = "2025-12-01"
* policyRule = http://terminology.hl7.org/CodeSystem/v3-ActCode#OPTIN
* provision.type = #permit
* provision.period.start = "2025-12-01"
* provision.period.end = "2030-11-30"
