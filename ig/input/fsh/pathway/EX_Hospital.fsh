Instance: example-hospital
InstanceOf: Organization
Usage: #example
* active = true
* name = "Example Hospital"
