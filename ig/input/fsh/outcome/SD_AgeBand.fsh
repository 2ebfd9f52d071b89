Extension: AgeBand
Id: age-band
Title: "Age band"
Description: "Age in years as first and last year of a band (60-69), for sources that know no birth date."
Context: Patient
* value[x] 1..1
* value[x] only string
