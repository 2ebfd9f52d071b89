Extension: PatientPreference
Id: patient-preference
Title: "Patient preference"
Description: "A preference or value that weighed, in the patient's words."
Context: CarePlan
* value[x] 1..1
* value[x] only string
