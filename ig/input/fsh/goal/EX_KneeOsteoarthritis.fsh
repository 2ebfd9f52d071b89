Instance: example-knee-osteoarthritis
InstanceOf: Condition
Usage: #example
* clinicalStatus = http://terminology.hl7.org/CodeSystem/condition-clinical#active
* verificationStatus = http://terminology.hl7.org/CodeSystem/condition-ver-status#confirmed
* code = $sct#239873007 "Osteoarthritis of knee"
* subject = Reference(example-patient)
* recordedDate = "2025-01-12"
