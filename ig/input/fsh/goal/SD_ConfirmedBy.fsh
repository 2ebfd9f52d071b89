Extension: ConfirmedBy
Id: confirmed-by
Title: "Confirmed by"
Description: "The patient, or a related person on the patient's behalf, who agrees with an attainment that somebody else rated or that followed from a score."
Context: Observation
* value[x] 1..1
* value[x] only Reference(Patient or RelatedPerson)
