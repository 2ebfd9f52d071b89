Extension: AttainmentLevel
Id: attainment-level
Title: "Attainment level"
Description: "One of the five levels of goal attainment scaling: what it means for this patient, and where the goal is measured by a score, the range that means it."
Context: Goal
* extension contains
    level 1..1 and
    description 1..1 and
    range 0..1
* extension[level] ^short = "-2 much less than expected, -1 less, 0 as expected, 1 more, 2 much more"
* extension[level].value[x] 1..1
* extension[level].value[x] only integer
* extension[level].value[x] ^minValueInteger = -2
* extension[level].value[x] ^maxValueInteger = 2
* extension[description].value[x] 1..1
* extension[description].value[x] only string
* extension[range] ^short = "Both ends included, one may be open"
* extension[range].value[x] 1..1
* extension[range].value[x] only Range
