Extension: OptionDiscussed
Id: option-discussed
Title: "Option discussed"
Description: "What of an option was discussed with the patient: in words, or with a decision aid."
Context: CarePlan.activity
* . obeys option-discussed-1
* extension contains
    aspect 1..1 and
    text 0..1 and
    aid 0..1
* extension[aspect].value[x] 1..1
* extension[aspect].value[x] only code
* extension[aspect].value[x] from $discussedAspectVS (required)
* extension[text].value[x] 1..1
* extension[text].value[x] only string
* extension[aid].value[x] 1..1
* extension[aid].value[x] only canonical

Invariant: option-discussed-1
Description: "Words, a decision aid or both"
Severity: #error
Expression: "extension.where(url = 'text' or url = 'aid').exists()"
