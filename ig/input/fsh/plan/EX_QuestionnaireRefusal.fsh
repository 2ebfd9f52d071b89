Instance: example-questionnaire-refusal
InstanceOf: QuestionnaireRefusal
Usage: #example
* status = #active
* patient = Reference(example-patient)
* dateTime = "2025-12-01"
* policyRule = http://terminology.hl7.org/CodeSystem/v3-ActCode#OPTOUT
* provision.data.meaning = #instance
* provision.data.reference = Reference(example-episode)
