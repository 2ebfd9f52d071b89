Instance: example-index-procedure
InstanceOf: IndexProcedure
Usage: #example
* extension[laterality].valueCoding = $sct#24028007 "Right"
* basedOn = Reference(example-episode)
* status = #completed
* code = $sct#609588000 "Total knee replacement"
* subject = Reference(example-patient)
* performedDateTime = "2025-03-10"
* performer.actor = Reference(example-hospital)
