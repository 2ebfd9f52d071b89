// Addresses that are used more than once. Code systems and value sets are defined in the terminology module.
Alias: $actCode = http://terminology.hl7.org/CodeSystem/v3-ActCode
Alias: $calculatedExpression = http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression
Alias: $loinc = http://loinc.org
Alias: $measurePopulation = http://terminology.hl7.org/CodeSystem/measure-population
Alias: $observationCategory = http://terminology.hl7.org/CodeSystem/observation-category
Alias: $observationExtract = http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationExtract
Alias: $sct = http://snomed.info/sct
Alias: $ucum = http://unitsofmeasure.org

Alias: $caseMixModel = https://w3id.org/meerwaarde/fhir/CodeSystem/case-mix-model
Alias: $caseMixVariable = https://w3id.org/meerwaarde/fhir/CodeSystem/case-mix-variable
Alias: $measurementMoment = https://w3id.org/meerwaarde/fhir/CodeSystem/measurement-moment
Alias: $outcome = https://w3id.org/meerwaarde/fhir/CodeSystem/outcome
Alias: $outcomeEvent = https://w3id.org/meerwaarde/fhir/CodeSystem/outcome-event
Alias: $oxfordAnswer = https://w3id.org/meerwaarde/fhir/CodeSystem/oxford-answer
Alias: $pathwayAction = https://w3id.org/meerwaarde/fhir/CodeSystem/pathway-action
Alias: $planType = https://w3id.org/meerwaarde/fhir/CodeSystem/plan-type
Alias: $responseChain = https://w3id.org/meerwaarde/fhir/CodeSystem/response-chain
Alias: $score = https://w3id.org/meerwaarde/fhir/CodeSystem/score
Alias: $scoreMethod = https://w3id.org/meerwaarde/fhir/CodeSystem/score-method
Alias: $statistic = https://w3id.org/meerwaarde/fhir/CodeSystem/statistic
Alias: $stratifier = https://w3id.org/meerwaarde/fhir/CodeSystem/stratifier

Alias: $answerModeVS = https://w3id.org/meerwaarde/fhir/ValueSet/answer-mode
Alias: $analysisSetVS = https://w3id.org/meerwaarde/fhir/ValueSet/analysis-set
Alias: $caseMixModelVS = https://w3id.org/meerwaarde/fhir/ValueSet/case-mix-model
Alias: $controlLimitStatusVS = https://w3id.org/meerwaarde/fhir/ValueSet/control-limit-status
Alias: $measurementMomentVS = https://w3id.org/meerwaarde/fhir/ValueSet/measurement-moment
Alias: $respondentVS = https://w3id.org/meerwaarde/fhir/ValueSet/respondent
Alias: $safetyAlertVS = https://w3id.org/meerwaarde/fhir/ValueSet/safety-alert
Alias: $scoreVS = https://w3id.org/meerwaarde/fhir/ValueSet/score
Alias: $scoreDirectionVS = https://w3id.org/meerwaarde/fhir/ValueSet/score-direction
Alias: $scoreMethodVS = https://w3id.org/meerwaarde/fhir/ValueSet/score-method
Alias: $statisticVS = https://w3id.org/meerwaarde/fhir/ValueSet/statistic
Alias: $stratifierVS = https://w3id.org/meerwaarde/fhir/ValueSet/stratifier
