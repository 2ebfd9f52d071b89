Instance: example-patient
InstanceOf: Patient
Usage: #example
* active = true
* name.family = "Voorbeeld"
* name.given = "Anna"
* gender = #female
* birthDate = "1958-04-12"
