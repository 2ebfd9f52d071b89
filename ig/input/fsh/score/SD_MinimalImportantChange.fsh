Extension: MinimalImportantChange
Id: minimal-important-change
Title: "Minimal important change"
Description: "The smallest change that matters to patients, for classifying individuals or for comparing groups. The two uses have different values and are never exchanged."
Context: ObservationDefinition
* extension contains
    value 1..1 and
    use 1..1 and
    source 1..1
* extension[value].value[x] 1..1
* extension[value].value[x] only decimal
* extension[use].value[x] 1..1
* extension[use].value[x] only code
* extension[use] obeys minimal-important-change-1
* extension[source].value[x] 1..1
* extension[source].value[x] only string

Invariant: minimal-important-change-1
Description: "The use is 'individual' or 'group'"
Severity: #error
Expression: "value in ('individual' | 'group')"
