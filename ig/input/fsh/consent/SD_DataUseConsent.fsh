Profile: DataUseConsent
Parent: Consent
Id: data-use-consent
Title: "Consent to the use of data"
Description: "The patient permits that data are used beyond the own treatment, or objects to it. It holds while it is active, between the days of its period; to withdraw it, end it. An objection wins over any permission."
* . ^short = "What the patient says of the use of data beyond the own treatment"
* status MS
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* category 1..* MS
* category ^slicing.discriminator.type = #value
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains registryDelivery 0..1 MS and similarPatients 0..1 MS
* category[registryDelivery] = $consentCategory#registry-delivery
* category[similarPatients] = $consentCategory#similar-patients
* obeys data-use-1
* patient 1..1 MS
* patient only Reference(Patient)
* dateTime 1..1 MS
* policyRule 1..1
* provision 1..1 MS
  * type 1..1 MS
  * type ^short = "permit, or deny: an objection"
  * period MS
  * period ^short = "First and last day on which it holds; none: always"
  * actor 0..0
  * action 0..0
  * securityLabel 0..0
  * purpose 0..0
  * class 0..0
  * code 0..0
  * dataPeriod 0..0
  * data 0..0
  * provision 0..0

Invariant: data-use-1
Description: "Says which use of data it is about"
Severity: #error
Expression: "category.coding.where(system = 'https://w3id.org/meerwaarde/fhir/CodeSystem/consent-category' and (code = 'registry-delivery' or code = 'similar-patients')).exists()"
