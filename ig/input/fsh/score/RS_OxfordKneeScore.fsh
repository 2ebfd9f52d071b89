RuleSet: OxfordKneeScore(moment, response, effective, value)
* extension[instrument].valueCanonical = "https://w3id.org/meerwaarde/fhir/Questionnaire/oxford-knee-score|1.0.0"
* extension[laterality].valueCoding = $sct#24028007 "Right"
* extension[measurementMoment].valueCoding = $measurementMoment#{moment}
* extension[respondent].valueCoding = https://w3id.org/meerwaarde/fhir/CodeSystem/respondent#patient
* extension[answerMode].valueCoding = https://w3id.org/meerwaarde/fhir/CodeSystem/answer-mode#web
* identifier[derivedScore].value = "{response}|oxford-knee-score"
* status = #final
* category[survey] = $observationCategory#survey
* code = $score#oxford-knee-score
* subject = Reference(example-patient)
* effectiveDateTime = "{effective}"
* performer = Reference(example-patient)
* valueQuantity = {value} '{score}' "score"
* method = $scoreMethod#oxford-sum-0-48
* derivedFrom = Reference({response})
