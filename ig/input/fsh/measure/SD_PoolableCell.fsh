Extension: PoolableCell
Id: poolable-cell
Title: "Poolable cell"
Description: "Sums from which the figures of several nodes can be pooled exactly: means, the spread of the residuals and control limits."
Context: MeasureReport.group, MeasureReport.group.stratifier.stratum
* extension contains
    n 1..1 and
    sum 1..1 and
    sum-of-squares 0..1 and
    expected-sum 0..1 and
    residual-sum 0..1 and
    residual-sum-of-squares 0..1 and
    expected-variance 0..1
* extension[n].value[x] 1..1
* extension[n].value[x] only unsignedInt
* extension[sum].value[x] 1..1
* extension[sum].value[x] only decimal
* extension[sum-of-squares].value[x] 1..1
* extension[sum-of-squares].value[x] only decimal
* extension[expected-sum].value[x] 1..1
* extension[expected-sum].value[x] only decimal
* extension[residual-sum].value[x] 1..1
* extension[residual-sum].value[x] only decimal
* extension[residual-sum-of-squares].value[x] 1..1
* extension[residual-sum-of-squares].value[x] only decimal
* extension[expected-variance].value[x] 1..1
* extension[expected-variance].value[x] only decimal
