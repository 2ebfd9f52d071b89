Extension: DecisionAgreement
Id: decision-agreement
Title: "Decision: agreement"
Description: "The explicit agreement of the patient, or of a relative on the patient's behalf."
Context: CarePlan
* extension contains
    by 1..1 and
    date 1..1 and
    words 0..1
* extension[by].value[x] 1..1
* extension[by].value[x] only Reference(Patient or RelatedPerson)
* extension[date].value[x] 1..1
* extension[date].value[x] only dateTime
* extension[words] ^short = "In own words"
* extension[words].value[x] 1..1
* extension[words].value[x] only string
