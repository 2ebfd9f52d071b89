Extension: PoolableSums
Id: poolable-sums
Title: "Poolable sums"
Description: "What a report of one organisation tells to whoever pools it with those of others: by which rules it was made, and the counts and sums of its total and of every stratum. Only for recipients that pool."
Context: MeasureReport
* extension contains
    model 0..1 and
    rules 1..1 and
    stratum 1..*
* extension[model] ^short = "Key of the case-mix model, with its version"
* extension[model].value[x] 1..1
* extension[model].value[x] only string
* extension[rules] ^short = "Fingerprint of the measure's content, the case-mix model and the thresholds of the score"
* extension[rules].value[x] 1..1
* extension[rules].value[x] only string
* extension[stratum] ^short = "The total, or one stratum of one stratifier"
* extension[stratum].extension contains
    stratifier 0..1 and
    value 0..1 and
    number 1..*
* extension[stratum].extension[stratifier].value[x] 1..1
* extension[stratum].extension[stratifier].value[x] only code
* extension[stratum].extension[value].value[x] 1..1
* extension[stratum].extension[value].value[x] only string
* extension[stratum].extension[number].extension contains
    name 1..1 and
    value 1..1
* extension[stratum].extension[number].extension[name] ^short = "Set and what is counted or added up over it: chain.eligible, paired.gain-squares"
* extension[stratum].extension[number].extension[name].value[x] 1..1
* extension[stratum].extension[number].extension[name].value[x] only code
* extension[stratum].extension[number].extension[value].value[x] 1..1
* extension[stratum].extension[number].extension[value].value[x] only decimal
