Extension: CaseMixModel
Id: case-mix-model
Title: "Case-mix model"
Description: "The model, and its version, whose expectations a measure compares with."
Context: Measure
* value[x] 1..1
* value[x] only Coding
* value[x] from $caseMixModelVS (extensible)
* valueCoding.system 1..1
* valueCoding.version 1..1
* valueCoding.code 1..1
