RuleSet: OxfordKneeResponse(moment, authored)
* extension[laterality].valueCoding = $sct#24028007 "Right"
* extension[measurementMoment].valueCoding = $measurementMoment#{moment}
* extension[respondent].valueCoding = https://w3id.org/meerwaarde/fhir/CodeSystem/respondent#patient
* extension[answerMode].valueCoding = https://w3id.org/meerwaarde/fhir/CodeSystem/answer-mode#web
* basedOn = Reference(example-episode)
* questionnaire = "https://w3id.org/meerwaarde/fhir/Questionnaire/oxford-knee-score|1.0.0"
* status = #completed
* subject = Reference(example-patient)
* authored = "{authored}"
* source = Reference(example-patient)

RuleSet: OxfordKneeAnswers(a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12)
* insert OxfordAnswer(oks-01, {a01})
* insert OxfordAnswer(oks-02, {a02})
* insert OxfordAnswer(oks-03, {a03})
* insert OxfordAnswer(oks-04, {a04})
* insert OxfordAnswer(oks-05, {a05})
* insert OxfordAnswer(oks-06, {a06})
* insert OxfordAnswer(oks-07, {a07})
* insert OxfordAnswer(oks-08, {a08})
* insert OxfordAnswer(oks-09, {a09})
* insert OxfordAnswer(oks-10, {a10})
* insert OxfordAnswer(oks-11, {a11})
* insert OxfordAnswer(oks-12, {a12})

RuleSet: OxfordAnswer(item, value)
* item[+].linkId = "{item}"
* item[=].answer.valueCoding = $oxfordAnswer#{value}
