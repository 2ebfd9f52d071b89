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
* description = "Gives the resources that the outcome facts came from, for one fact measure and the episodes whose index event lies in the period: of a patient or a group, or of everybody under pseudonyms."
* comment = "A recipient whose policy lets it have records of patients names whose. One whose policy has `pseudonymised-records` gets those of everybody in the period, without names, identifiers, free text, professionals and times of day, under ids that only this server can trace back. 1,000 patients at most: ask for shorter periods. Practitioner and lastReceivedOn are not known here."
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
* insert In(subject, 0, string, [[A patient, or a group of patients. Needed by who may know patients, refused to who gets records under pseudonyms.]])
* insert In(recipient, 0, code, [[For whom the data are: a code of the code system disclosure-recipient. Absent: whom the server is set to.]])
* insert Out(measureReport, 1, MeasureReport, [[A report of type data-collection that names the resources.]])
* insert OutMany(resource, 0, Resource, [[A resource that the facts came from.]])
