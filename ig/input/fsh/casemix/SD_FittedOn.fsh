Extension: FittedOn
Id: fitted-on
Title: "On what a case-mix model was fitted"
Description: "Source, period and size of the data, and how well the model expects: R-squared (linear) or AUC (logistic), also of episodes that the coefficients were not fitted on; SD of the residuals; intercept and slope of the calibration line of unseen episodes."
Context: Library
* extension contains
    source 1..1 and
    period 0..1 and
    as-of 0..1 and
    n 1..1 and
    events 0..1 and
    r-squared 0..1 and
    r-squared-unseen 0..1 and
    auc 0..1 and
    auc-unseen 0..1 and
    residual-sd 0..1 and
    calibration-intercept 0..1 and
    calibration-slope 0..1
* extension[source].value[x] 1..1
* extension[source].value[x] only string
* extension[period].value[x] 1..1
* extension[period].value[x] only Period
* extension[as-of].value[x] 1..1
* extension[as-of].value[x] only instant
* extension[n].value[x] 1..1
* extension[n].value[x] only unsignedInt
* extension[events].value[x] 1..1
* extension[events].value[x] only unsignedInt
* extension[r-squared].value[x] 1..1
* extension[r-squared].value[x] only decimal
* extension[r-squared-unseen].value[x] 1..1
* extension[r-squared-unseen].value[x] only decimal
* extension[auc].value[x] 1..1
* extension[auc].value[x] only decimal
* extension[auc-unseen].value[x] 1..1
* extension[auc-unseen].value[x] only decimal
* extension[residual-sd].value[x] 1..1
* extension[residual-sd].value[x] only decimal
* extension[calibration-intercept].value[x] 1..1
* extension[calibration-intercept].value[x] only decimal
* extension[calibration-slope].value[x] 1..1
* extension[calibration-slope].value[x] only decimal
