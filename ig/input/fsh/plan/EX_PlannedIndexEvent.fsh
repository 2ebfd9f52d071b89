Instance: example-planned-index-event
InstanceOf: PlannedIndexEvent
Usage: #example
* extension[laterality].valueCoding = $sct#24028007 "Right"
* basedOn = Reference(example-episode)
* status = #active
* intent = #plan
* code = $sct#609588000 "Total knee replacement"
* subject = Reference(example-patient)
* occurrenceDateTime = "2025-03-10"
