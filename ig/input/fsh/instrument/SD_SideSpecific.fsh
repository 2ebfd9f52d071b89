Extension: SideSpecific
Id: side-specific
Title: "Side-specific"
Description: "True for an instrument that asks about one side (a joint): its response names the side."
Context: Questionnaire
* value[x] 1..1
* value[x] only boolean
