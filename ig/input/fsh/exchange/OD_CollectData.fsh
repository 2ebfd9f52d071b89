Instance: measure-collect-data
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/measure-collect-data"
* version = "0.1.0"
* name = "CollectData"
* title = "The data of patients that a measure is computed from"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Gives the resources that the outcome facts of a patient or a group came from, for one fact measure and the episodes whose index event lies in the period."
* comment = "Only for recipients whose policy lets them have records of patients. More than 1,000 patients travel by Bulk Data Export. Practitioner and lastReceivedOn are not known here."
* base = "http://hl7.org/fhir/OperationDefinition/Measure-collect-data"
* kind = #operation
* affectsState = false
* code = #collect-data
* resource = #Measure
* system = false
* type = true
* instance = true
* insert In(periodStart, 1, date, [[First day of the period in which the index event lies.]])
* insert In(periodEnd, 1, date, [[Last day of that period.]])
* insert In(measure, 0, string, [[Canonical address of the measure, with or without a version, or Measure/id. Needed at type level.]])
* insert In(subject, 1, string, [[A patient, or a group of patients.]])
* insert In(recipient, 0, code, [[For whom the data are: a code of the code system disclosure-recipient. Absent: whom the server is set to.]])
* insert Out(measureReport, 1, MeasureReport, [[A report of type data-collection that names the resources.]])
* insert OutMany(resource, 0, Resource, [[A resource that the facts came from.]])
