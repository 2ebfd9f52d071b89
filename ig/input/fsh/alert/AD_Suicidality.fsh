// Shipped as a start: times, roles and help lines are a hospital's to arrange. Dutch first, because patients read it.
Instance: safety-alert-suicidality
InstanceOf: SafetyAlertPolicy
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/ActivityDefinition/safety-alert-suicidality"
* version = "1.0.0"
* name = "SafetyAlertSuicidality"
* title = "Signaal: gedachten aan de dood of zelfbeschadiging"
* insert Translation(title, en, [[Alert: thoughts of death or self-harm]])
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* language = #nl
* description = "Een antwoord wijst op gedachten aan de dood of aan zelfbeschadiging. Neem contact op met de patiënt en leg vast wat er is gedaan."
* insert Translation(description, en, [[An answer points to thoughts of death or of self-harm. Contact the patient and record what was done.]])
* kind = #Task
* code = $safetyAlert#suicidality
* priority = #urgent
* timingDuration = 1 'h' "hour"
* participant.type = #practitioner
* participant.role = $safetyRole#responsible-clinician
* extension[escalation][+].extension[after].valueDuration = 1 'h' "hour"
* extension[escalation][=].extension[priority].valueCode = #asap
* extension[escalation][=].extension[role].valueCodeableConcept = $safetyRole#clinician-on-duty
* extension[escalation][+].extension[after].valueDuration = 2 'h' "hours"
* extension[escalation][=].extension[priority].valueCode = #stat
* relatedArtifact.type = #documentation
* relatedArtifact.label = "113"
* relatedArtifact.url = "https://www.113.nl"
* relatedArtifact.display = "Denkt u aan de dood of wilt u zichzelf iets aandoen? Praat er nu over: bel 113 of gratis 0800-0113, of chat via 113.nl. Dag en nacht, ook zonder uw naam te noemen. Bel bij direct gevaar 112."
* relatedArtifact.display.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* relatedArtifact.display.extension.extension[+].url = "lang"
* relatedArtifact.display.extension.extension[=].valueCode = #en
* relatedArtifact.display.extension.extension[+].url = "content"
* relatedArtifact.display.extension.extension[=].valueString = "Are you thinking of death or of hurting yourself? Talk about it now: call 113 or 0800-0113 (free of charge), or chat at 113.nl. Day and night, without giving your name if you prefer. In immediate danger call 112."
