Instance: example-shared-decision
InstanceOf: SharedDecision
Usage: #example
* language = #nl
* extension[decisionPoint].valueCodeableConcept = $decisionPoint#surgery-or-not
* extension[choice].valueCodeableConcept = $sct#609588000 "Total knee replacement"
* extension[agreement].extension[by].valueReference = Reference(example-patient)
* extension[agreement].extension[date].valueDateTime = "2025-02-03"
* extension[agreement].extension[words].valueString = "Ik wil geopereerd worden, en wel dit voorjaar."
* extension[understanding].extension[words].valueString = "Na een half jaar loop ik beter, maar knielen wordt moeilijk. Soms moet het over."
* extension[understanding].extension[judgement].valueString = "Kent voordeel, nadeel en de kans op een nieuwe operatie."
* extension[understanding].extension[judgedBy].valueReference = Reference(example-surgeon)
* extension[preference].valueString = "Lopen met de hond is mij meer waard dan knielen in de tuin."
* extension[declinedWish].extension[wish].valueString = "Beide knieën op een dag."
* extension[declinedWish].extension[reason].valueString = "De linkerknie geeft weinig klachten; twee operaties tegelijk geven meer kans op trombose."
* extension[multidisciplinaryProposal].extension[option].valueCodeableConcept = $sct#609588000 "Total knee replacement"
* extension[multidisciplinaryProposal].extension[date].valueDateTime = "2025-01-28"
* partOf = Reference(example-episode)
* status = #active
* intent = #plan
* subject = Reference(example-patient)
* created = "2025-02-03"
* author = Reference(example-hospital)
* contributor[+] = Reference(example-patient)
* contributor[+] = Reference(example-daughter)
* contributor[+] = Reference(example-surgeon)
* careTeam = Reference(example-care-team)
* addresses = Reference(example-knee-osteoarthritis)
* goal = Reference(example-goal)
* activity[+].extension[part].extension[part].valueCode = #prehabilitation
* activity[=].extension[part].extension[value].valueCodeableConcept.text = "Zes weken oefenen vooraf"
* activity[=].extension[discussed][+].extension[aspect].valueCode = #benefit
* activity[=].extension[discussed][=].extension[text].valueString = "Minder pijn en beter lopen, bij de meesten na een half jaar."
* activity[=].extension[discussed][+].extension[aspect].valueCode = #harm
* activity[=].extension[discussed][=].extension[text].valueString = "Infectie, trombose; knielen blijft vaak moeilijk."
* activity[=].extension[discussed][+].extension[aspect].valueCode = #burden
* activity[=].extension[discussed][=].extension[text].valueString = "Drie maanden oefenen; eerst niet autorijden."
* activity[=].detail.code = $sct#609588000 "Total knee replacement"
* activity[=].detail.status = #scheduled
* activity[+].extension[discussed][+].extension[aspect].valueCode = #decision-aid
* activity[=].extension[discussed][=].extension[aid].valueCanonical = "https://w3id.org/meerwaarde/fhir/Library/example-knee-decision-aid"
* activity[=].detail.code = $treatmentOption#wait-and-see
* activity[=].detail.status = #cancelled
* activity[+].extension[offGuideline].extension[deviation].valueCodeableConcept = $guidelineDeviation#less-treatment
* activity[=].extension[offGuideline].extension[reason].valueString = "Alleen oefentherapie past bij wie niet geopereerd wil worden."
* activity[=].detail.code.text = "Oefentherapie zonder operatie"
* activity[=].detail.status = #cancelled
