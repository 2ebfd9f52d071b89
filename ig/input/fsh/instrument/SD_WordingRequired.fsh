Extension: WordingRequired
Id: wording-required
Title: "Wording required"
Description: "The texts are labels of ours: patients may be asked only after the owner's wording was loaded over them."
Context: Questionnaire
* value[x] 1..1
* value[x] only boolean
