Instance: example-expected-outcome
InstanceOf: ExpectedOutcome
Usage: #example
* basedOn = Reference(example-episode)
* status = #final
* subject = Reference(example-patient)
* method.coding.system = "https://w3id.org/meerwaarde/fhir/CodeSystem/case-mix-model"
* method.coding.version = "2017-18"
* method.coding.code = #nhs-proms-knee-primary
* prediction.extension[measurementMoment].valueCoding = $measurementMoment#month-6
* prediction.extension[expectedValue].valueDecimal = 34.8
* prediction.outcome = $score#oxford-knee-score
