// The hospital of all five stories.
Instance: story-hospital
InstanceOf: Organization
Usage: #example
* insert House([[Voorbeeldziekenhuis]], [[+31 20 555 0400]])
