Instance: measure-evaluate-measure
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/measure-evaluate-measure"
* version = "0.1.0"
* name = "EvaluateMeasure"
* title = "Evaluate a fact measure"
* status = #active
* experimental = false
* date = "2026-11-21"
* publisher = "Meerwaarde"
* description = "Computes a fact measure from the outcome facts of a period and returns the report, after disclosure control for whoever asks."
* comment = "With publish the report is also stored, and is never changed afterwards; that takes a POST. Without it nothing is stored, so GET does as well."
* base = "http://hl7.org/fhir/OperationDefinition/Measure-evaluate-measure"
* kind = #operation
* affectsState = false
* code = #evaluate-measure
* resource = #Measure
* system = false
* type = true
* instance = true
* insert In(periodStart, 1, date, [[First day of the period.]])
* insert In(periodEnd, 1, date, [[Last day of the period.]])
* insert In(measure, 0, string, [[Canonical address of the measure, with or without a version. Asked for at type level; the instance is its own answer.]])
* insert In(subject, 0, string, [[A patient: only that patient's episodes count.]])
* insert In(reporter, 0, string, [[An organisation: only its episodes count.]])
* insert In(reportType, 0, code, [[subject or population. Absent: subject when a subject is given, else population.]])
* insert In(publish, 0, boolean, [[True stores the report. A stored report is immutable.]])
* insert In(recipient, 0, code, [[For whom the report is: a code of the code system disclosure-recipient, whose properties say what such a recipient may see. Absent: whom the server is set to, the record holder unless changed.]])
* insert In(recipientOrganization, 0, string, [[The organisation that the recipient belongs to: its own figures may be shown to it.]])
* insert Out(return, 1, MeasureReport, [[The report, of profile outcome-report.]])
