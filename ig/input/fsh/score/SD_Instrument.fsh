Extension: Instrument
Id: instrument
Title: "Instrument"
Description: "The Questionnaire and version (url|version) the score was computed with."
Context: Observation
* value[x] 1..1
* value[x] only Canonical(Questionnaire)
