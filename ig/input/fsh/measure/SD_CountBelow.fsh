Extension: CountBelow
Id: count-below
Title: "Count below"
Description: "A count that is not shown is 1 or more, and below this."
Context: MeasureReport.group.population, MeasureReport.group.stratifier.stratum.population
* value[x] 1..1
* value[x] only positiveInt
