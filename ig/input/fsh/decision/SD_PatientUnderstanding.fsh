Extension: PatientUnderstanding
Id: patient-understanding
Title: "Patient understanding"
Description: "What the patient understood, in own words (teach-back), and what a clinician makes of it. A tick says neither."
Context: CarePlan
* extension contains
    words 1..1 and
    judgement 1..1 and
    judgedBy 0..1
* extension[words].value[x] 1..1
* extension[words].value[x] only string
* extension[judgement].value[x] 1..1
* extension[judgement].value[x] only string
* extension[judgedBy].value[x] 1..1
* extension[judgedBy].value[x] only Reference(Practitioner or PractitionerRole)
