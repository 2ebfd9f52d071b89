Extension: AskedAs
Id: asked-as
Title: "Asked as"
Description: "Two parts of a form ask the same: this item is not shown, and holds the answers to the question with this linkId. The server fills it."
Context: Questionnaire.item
* value[x] 1..1
* value[x] only string
