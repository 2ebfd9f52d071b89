Extension: OffGuideline
Id: off-guideline
Title: "Off guideline"
Description: "The option leaves the guideline. With its reason it is wanted variation, not an error."
Context: CarePlan.activity
* extension contains
    deviation 1..1 and
    reason 1..1 and
    guideline 0..1
* extension[deviation].value[x] 1..1
* extension[deviation].value[x] only CodeableConcept
* extension[deviation].value[x] from $guidelineDeviationVS (extensible)
* extension[reason].value[x] 1..1
* extension[reason].value[x] only string
* extension[guideline] ^short = "Which guideline says otherwise"
* extension[guideline].value[x] 1..1
* extension[guideline].value[x] only string
