// The meeting of the specialists proposed to reconstruct at once; Eva chose otherwise.
Instance: eva-decision
InstanceOf: SharedDecision
Usage: #example
* insert InLanguage(nl)
* extension[decisionPoint].valueCodeableConcept = $decisionPoint#kind-of-surgery
* extension[choice].valueCodeableConcept = $hospitalTreatment#mastectomy-later-reconstruction
* insert Agreement(eva, 2024-02-06, [[Eerst de eicellen, dan de operatie. Over een nieuwe borst denk ik later na.]])
* insert Understanding([[Mijn borst gaat eraf. Met de eicellen erbij duurt het een paar weken langer, en zekerheid op een kind geven ze niet.]], [[Kent voor- en nadelen, en weet wat het invriezen niet belooft.]], eva-surgical-oncologist)
* extension[preference][+].valueString = "Later kinderen kunnen krijgen telt voor mij het zwaarst."
* extension[preference][+].valueString = "Ik wil niet alles tegelijk."
* insert Declined([[Alles in het ziekenhuis om de hoek.]], [[Eicellen invriezen en reconstrueren gebeurt alleen in het universitair centrum.]])
* extension[multidisciplinaryProposal].extension[option].valueCodeableConcept = $hospitalTreatment#mastectomy-immediate-reconstruction
* extension[multidisciplinaryProposal].extension[date].valueDateTime = "2024-01-30"
* extension[multidisciplinaryProposal].extension[team].valueReference = Reference(eva-group-team)
* partOf = Reference(eva-episode)
* status = #active
* intent = #plan
* subject = Reference(eva)
* created = "2024-02-06"
* author = Reference(story-hospital)
* contributor[+] = Reference(eva)
* contributor[+] = Reference(eva-partner)
* contributor[+] = Reference(eva-surgical-oncologist)
* contributor[+] = Reference(eva-breast-care-nurse)
* contributor[+] = Reference(eva-plastic-surgeon)
* careTeam = Reference(eva-care-team)
* addresses = Reference(eva-breast-cancer)
* goal = Reference(eva-goal-children)
* activity[+].id = "later-reconstruction"
* insert OptionPart(prehabilitation, [[Eicellen invriezen voordat de behandeling begint]])
* insert OptionPart(setting, [[Eicellen en reconstructie in het universitair centrum]])
* insert Discussed(benefit, [[Tijd voor de eicellen en om over een nieuwe borst na te denken.]])
* insert Discussed(harm, [[Een tijd zonder borst, en later nog een operatie.]])
* insert Discussed(burden, [[Hormonen en een punctie in de weken vooraf.]])
* insert Option(mastectomy-later-reconstruction, [[Borst weghalen, later een reconstructie]], scheduled)
* activity[+].id = "immediate-reconstruction"
* insert Discussed(benefit, [[Een operatie minder.]])
* insert Discussed(harm, [[Een langere operatie, in een gebied dat al bestraald is.]])
* insert Option(mastectomy-immediate-reconstruction, [[Borst weghalen en meteen een reconstructie]], cancelled)
* activity[+].id = "no-radiotherapy"
* insert LeavesGuideline(less-treatment, [[Dit gebied is eerder bestraald; nog eens bestralen is niet zonder meer mogelijk.]])
* insert Discussed(benefit, [[De borst blijft.]])
* insert Discussed(harm, [[Meer kans dat de ziekte terugkomt.]])
* insert Option(breast-conserving-without-radiotherapy, [[Borstsparend opereren zonder bestraling]], cancelled)
* activity[+].id = "wait-and-see"
* insert WaitAndSee(cancelled)
