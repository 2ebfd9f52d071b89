Extension: DerivedOutput
Id: derived-output
Title: "Derived output"
Description: "The server linked this response because of what it is about and when it was answered; it unlinks it when that changes. Absent: whoever did the task linked it."
Context: Task.output
* value[x] 1..1
* value[x] only boolean
