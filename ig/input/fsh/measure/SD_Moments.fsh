Extension: Moments
Id: moments
Title: "Moments"
Description: "The two moments a measure compares."
Context: Measure
* extension contains
    before 1..1 and
    after 1..1
* extension[before].value[x] 1..1
* extension[before].value[x] only Coding
* extension[before].value[x] from $measurementMomentVS (required)
* extension[after].value[x] 1..1
* extension[after].value[x] only Coding
* extension[after].value[x] from $measurementMomentVS (required)
