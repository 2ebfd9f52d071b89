Extension: OptionPart
Id: option-part
Title: "Option part"
Description: "What belongs to an option besides the treatment itself: dose, setting, prehabilitation."
Context: CarePlan.activity
* extension contains
    part 1..1 and
    value 1..1
* extension[part].value[x] 1..1
* extension[part].value[x] only code
* extension[part].value[x] from $optionPartVS (required)
* extension[value].value[x] 1..1
* extension[value].value[x] only CodeableConcept
