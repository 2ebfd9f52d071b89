Extension: DeclinedWish
Id: declined-wish
Title: "Declined wish"
Description: "A wish of the patient that was not granted, and why."
Context: CarePlan
* extension contains
    wish 1..1 and
    reason 1..1
* extension[wish].value[x] 1..1
* extension[wish].value[x] only string
* extension[reason].value[x] 1..1
* extension[reason].value[x] only string
