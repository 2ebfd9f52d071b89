Instance: example-surgeon
InstanceOf: Practitioner
Usage: #example
* name.text = "dr. B. Snijder"
* telecom.system = #phone
* telecom.value = "+31 20 555 0101"
* telecom.use = #work

Instance: example-nurse
InstanceOf: Practitioner
Usage: #example
* name.text = "C. Zorg"

Instance: example-nurse-at-hospital
InstanceOf: PractitionerRole
Usage: #example
* active = true
* practitioner = Reference(example-nurse)
* organization = Reference(example-hospital)
* telecom.system = #phone
* telecom.value = "+31 20 555 0102"
* availableTime.daysOfWeek[0] = #mon
* availableTime.daysOfWeek[1] = #tue
* availableTime.daysOfWeek[2] = #wed
* availableTime.daysOfWeek[3] = #thu
* availableTime.availableStartTime = "08:30:00"
* availableTime.availableEndTime = "16:30:00"

Instance: example-physiotherapist
InstanceOf: Practitioner
Usage: #example
* name.text = "D. Beweeg"

Instance: example-practice
InstanceOf: Organization
Usage: #example
* active = true
* name = "Example Physiotherapy Practice"
* telecom.system = #phone
* telecom.value = "+31 20 555 0201"

Instance: example-supplier
InstanceOf: Organization
Usage: #example
* active = true
* name = "Example Implants"

Instance: example-daughter
InstanceOf: RelatedPerson
Usage: #example
* active = true
* patient = Reference(example-patient)
* name.text = "Eva Voorbeeld"
