Extension: CaseMixModel
Id: case-mix-model
Title: "Case-mix model"
Description: "The model, and its version, whose expectations a measure compares with: a code where RiskAssessments hold what it expects, or the canonical address of a Library of this server, with its version."
Context: Measure, Measure.group
* value[x] 1..1
* value[x] only Coding or canonical
* valueCoding from $caseMixModelVS (extensible)
* valueCoding.system 1..1
* valueCoding.version 1..1
* valueCoding.code 1..1
