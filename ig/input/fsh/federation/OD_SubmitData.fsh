Instance: measure-submit-data
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/measure-submit-data"
* version = "0.1.0"
* name = "SubmitData"
* title = "Deliver reports or records"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Takes summary reports that organisations made of their own facts, and adds their sums to the reports of this node; or takes the records of patients that a measure is computed from. The newest report of an organisation, measure version and period counts; sending a report or records again changes nothing."
* comment = "Everything of a request is kept, or nothing. Records come with one report of type data-collection, as $collect-data gives them, and are stored under ids of this server; scores are computed anew. A summary alone may be the body too."
* base = "http://hl7.org/fhir/OperationDefinition/Measure-submit-data"
* kind = #operation
* affectsState = true
* code = #submit-data
* resource = #Measure
* system = false
* type = true
* instance = true
* insert InMany(measureReport, 1, MeasureReport, [[A report of profile outcome-report, of type summary, with poolable sums: what $evaluate-measure gives to a recipient that pools, for one reporter. Or one of type data-collection, with its reporter.]])
* insert InMany(resource, 0, Resource, [[A resource of the record of a patient who is among them. Not with a summary.]])
* insert Out(return, 1, OperationOutcome, [[What became of each report, or of the records.]])
