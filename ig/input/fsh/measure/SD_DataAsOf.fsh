Extension: DataAsOf
Id: data-as-of
Title: "Data as of"
Description: "The instant whose outcome facts a report shows."
Context: MeasureReport
* value[x] 1..1
* value[x] only instant
