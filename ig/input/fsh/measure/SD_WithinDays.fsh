Extension: WithinDays
Id: within-days
Title: "Within days"
Description: "Within how many days something is counted: an event after the index event, or the index event after the beginning of the episode."
Context: Measure.group, Library
* value[x] 1..1
* value[x] only positiveInt
