Extension: WordingVersion
Id: wording-version
Title: "Wording version"
Description: "With which wording of the instrument was asked."
Context: QuestionnaireResponse, Observation
* value[x] 1..1
* value[x] only string
