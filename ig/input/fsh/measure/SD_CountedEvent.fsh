Extension: CountedEvent
Id: counted-event
Title: "Counted event"
Description: "The outcome event of the pathway that a group counts."
Context: Measure.group
* value[x] 1..1
* value[x] only Coding
* value[x] from $outcomeEventVS (extensible)
