Extension: ControlLimitBasis
Id: control-limit-basis
Title: "Basis of control limits"
Description: "What organisations are compared with, and how the limits around it were computed. Without a dispersion they stand for chance alone."
Context: MeasureReport.group
* extension contains
    target 1..1 and
    exact 1..1 and
    dispersion 0..1 and
    variance-between 0..1
* extension[target].value[x] 1..1
* extension[target].value[x] only decimal
* extension[target] ^short = "Where all would lie if nothing but chance made them differ"
* extension[exact].value[x] 1..1
* extension[exact].value[x] only boolean
* extension[exact] ^short = "True: by the binomial distribution. False: by the normal one"
* extension[dispersion].value[x] 1..1
* extension[dispersion].value[x] only decimal
* extension[dispersion] ^short = "Multiplicative over-dispersion: mean of the squared winsorised z-values; above one, limits are its root times as wide"
* extension[variance-between].value[x] 1..1
* extension[variance-between].value[x] only decimal
* extension[variance-between] ^short = "Additive over-dispersion: variance between organisations beyond chance"
