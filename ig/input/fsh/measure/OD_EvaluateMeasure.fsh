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
* comment = "Several measures give a Bundle of reports. With Prefer: respond-async the answer is 202; its Content-Location is an address of $async-status, which gives a Bundle with one entry for each measure. With publish the report is also stored, and is never changed afterwards; that takes a POST. Without it nothing is stored, so GET does as well. Any other measure gets 422, unless an administrator switched the CQL engine on: then one with a Library is evaluated over the records of everybody, with Prefer: respond-async only, for recipients that may have records."
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
* insert InMany(measure, 0, string, [[Canonical address of a measure, with or without a version, or Measure/id. Needed at type level; in the address of an instance it stands already.]])
* insert In(subject, 0, string, [[A patient: only that patient's episodes count.]])
* insert In(reporter, 0, string, [[Organization/id: only its episodes count. CareTeam/id: those of the organisations of a team that owns the outcomes of the measure (owned-outcomes). Practitioner/id: those whose index event the practitioner did.]])
* insert In(reportType, 0, code, [[subject or population. Absent: subject when a subject is given, else population.]])
* insert In(publish, 0, boolean, [[True stores the report. A stored report is immutable.]])
* insert In(recipient, 0, code, [[For whom the report is: a code of the code system disclosure-recipient, whose properties say what such a recipient may see. Absent: whom the server is set to, the record holder unless changed.]])
* insert In(recipientOrganization, 0, string, [[The organisation that the recipient belongs to: its own figures may be shown to it.]])
* insert Out(return, 1, Resource, [[A MeasureReport of profile outcome-report; for several measures a Bundle (collection) of them.]])
