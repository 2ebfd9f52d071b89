Instance: example-safety-alert-flag
InstanceOf: SafetyAlertFlag
Usage: #example
* identifier.system = "https://w3id.org/meerwaarde/fhir/sid/safety-alert"
* identifier.value = "example"
* status = #active
* category = http://terminology.hl7.org/CodeSystem/flag-category#safety
* code = $safetyAlert#suicidality
* subject = Reference(example-patient)
* period.start = "2026-02-20T10:05:01+01:00"
