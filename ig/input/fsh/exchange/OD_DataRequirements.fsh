Instance: measure-data-requirements
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/measure-data-requirements"
* version = "0.1.0"
* name = "DataRequirements"
* title = "Which data a measure is computed from"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Says which resources, with which codes, a fact measure is computed from, and which definitions it depends on."
* comment = "Codes are those of the stored pathway. With a period the index event is asked for within it."
* base = "http://hl7.org/fhir/OperationDefinition/Measure-data-requirements"
* kind = #operation
* affectsState = false
* code = #data-requirements
* resource = #Measure
* system = false
* type = false
* instance = true
* insert In(periodStart, 0, date, [[First day of the period in which the index event lies.]])
* insert In(periodEnd, 0, date, [[Last day of that period.]])
* insert Out(return, 1, Library, [[A module definition.]])
