// Made up: no decision aid of this name exists.
Instance: example-knee-decision-aid
InstanceOf: DecisionAid
Usage: #example
* url = "https://w3id.org/meerwaarde/fhir/Library/example-knee-decision-aid"
* version = "1.0.0"
* name = "ExampleKneeDecisionAid"
* title = "Voorbeeld: wel of geen nieuwe knie?"
* insert Translation(title, en, [[Example: a new knee or not?]])
* language = #nl
* status = #active
* experimental = true
* publisher = "Meerwaarde"
* description = "Verzonnen voorbeeld van een keuzehulp: wat een knieprothese, oefenen en afwachten kunnen brengen en kosten."
* insert Translation(description, en, [[Made-up example of a decision aid: what a knee replacement, exercise and waiting can bring and cost.]])
* useContext[+].code = $usageContextType#focus
* useContext[=].valueCodeableConcept = $sct#239873007 "Osteoarthritis of knee"
* useContext[+].code = $decisionAidContext#decision-point
* useContext[=].valueCodeableConcept = $decisionPoint#surgery-or-not
* useContext[+].code = $decisionAidContext#reading-level
* useContext[=].valueCodeableConcept = $readingLevel#b1
