Extension: ReferencePopulation
Id: reference-population
Title: "Reference population"
Description: "The population a measure's adjusted figures and limits refer to. Absent: all episodes of the report's period."
Context: Measure
* extension contains
    name 1..1 and
    n 1..1 and
    mean-before 0..1 and
    mean-after 0..1 and
    mean-residual 0..1 and
    sd-residual 0..1
* extension[name].value[x] 1..1
* extension[name].value[x] only string
* extension[n].value[x] 1..1
* extension[n].value[x] only positiveInt
* extension[mean-before].value[x] 1..1
* extension[mean-before].value[x] only decimal
* extension[mean-after].value[x] 1..1
* extension[mean-after].value[x] only decimal
* extension[mean-residual].value[x] 1..1
* extension[mean-residual].value[x] only decimal
* extension[sd-residual].value[x] 1..1
* extension[sd-residual].value[x] only decimal
