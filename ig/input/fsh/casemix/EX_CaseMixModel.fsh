// Made up: no population has these coefficients.
Instance: example-case-mix-model
InstanceOf: CaseMixModelDefinition
Usage: #example
* url = "https://w3id.org/meerwaarde/fhir/Library/example-case-mix-model"
* version = "0.1.0"
* name = "ExampleCaseMixModel"
* title = "Example: expected Oxford Knee Score six months after primary knee replacement"
* status = #draft
* experimental = true
* publisher = "Meerwaarde"
* language = #en
* description = "Invented coefficients: an example of the shape, never to be compared with."
* extension[pathway].valueCanonical = "https://w3id.org/meerwaarde/fhir/PlanDefinition/knee-replacement-primary"
* extension[score].valueCoding = $score#oxford-knee-score
* extension[measurementMoment].valueCoding = $measurementMoment#month-6
* extension[equation].extension[kind].valueCode = #linear
* extension[equation].extension[intercept].valueDecimal = 35
* extension[covariate][+].extension[name].valueString = "age"
* extension[covariate][=].extension[variable].valueCode = #age
* extension[covariate][=].extension[missing].valueCode = #mean
* extension[covariate][=].extension[imputed].valueDecimal = 68
* extension[covariate][+].extension[name].valueString = "sex"
* extension[covariate][=].extension[variable].valueCode = #sex
* extension[covariate][=].extension[reference].valueString = "male"
* extension[covariate][=].extension[missing].valueCode = #own-category
* extension[covariate][+].extension[name].valueString = "before"
* extension[covariate][=].extension[variable].valueCode = #score-before
* extension[covariate][=].extension[missing].valueCode = #no-expectation
* extension[covariate][+].extension[name].valueString = "comorbidity"
* extension[covariate][=].extension[variable].valueCode = #conditions
* extension[covariate][=].extension[condition][+].valueCodeableConcept = $sct#73211009 "Diabetes mellitus"
* extension[covariate][=].extension[condition][+].valueCodeableConcept = $sct#35489007 "Depressive disorder"
* insert NumberTerm(age, 70, 10, -0.5)
* insert CategoryTerm(sex, female, -0.4)
* insert CategoryTerm(sex, missing, 0)
* insert NumberTerm(before, 20, 1, 0.35)
* insert NumberTerm(comorbidity, 0, 1, -1.2)
