Extension: CalibrationDecile
Id: calibration-decile
Title: "Calibration in a tenth of the episodes"
Description: "Mean expectation and mean outcome of a tenth of the episodes, those with neighbouring expectations."
Context: Library
* extension contains
    n 1..1 and
    expected 1..1 and
    observed 1..1
* extension[n].value[x] 1..1
* extension[n].value[x] only unsignedInt
* extension[expected].value[x] 1..1
* extension[expected].value[x] only decimal
* extension[observed].value[x] 1..1
* extension[observed].value[x] only decimal
