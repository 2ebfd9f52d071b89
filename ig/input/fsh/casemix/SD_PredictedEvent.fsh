Extension: PredictedEvent
Id: predicted-event
Title: "Predicted event"
Description: "The event after the index event, until the window of the moment closes, whose probability a logistic model gives. Absent: it gives that of reaching the minimal important change of its score."
Context: Library
* value[x] 1..1
* value[x] only Coding
* value[x] from $outcomeEventVS (required)
