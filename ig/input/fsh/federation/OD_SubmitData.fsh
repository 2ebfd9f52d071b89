Instance: measure-submit-data
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/measure-submit-data"
* version = "0.1.0"
* name = "SubmitData"
* title = "Deliver reports to a pooling node"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Takes summary reports that organisations made of their own facts, and adds their sums to the reports of this node. The newest of an organisation, measure version and period counts; sending one again changes nothing."
* comment = "All reports of a request are kept, or none. Records of patients are not taken: the parameter resource is refused. A MeasureReport alone may be the body too."
* base = "http://hl7.org/fhir/OperationDefinition/Measure-submit-data"
* kind = #operation
* affectsState = true
* code = #submit-data
* resource = #Measure
* system = false
* type = true
* instance = true
* insert InMany(measureReport, 1, MeasureReport, [[A report of profile outcome-report, of type summary, with poolable sums: what $evaluate-measure gives to a recipient that pools, for one reporter.]])
* insert InMany(resource, 0, Resource, [[Not taken: data of patients stay where they are.]])
* insert Out(return, 1, OperationOutcome, [[What became of each report.]])
