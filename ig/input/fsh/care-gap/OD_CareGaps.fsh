Instance: measure-care-gaps
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/measure-care-gaps"
* version = "0.1.0"
* name = "CareGaps"
* title = "Who still owes a measurement"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Lists the patients whose measurements for a fact measure are due in a period and not there, as a document for each in the shape of DEQM's gaps in care report. Stores nothing."
* comment = "A measurement is due when the window of one of the measure's moments lies in the period, wholly or in part, and follow-up did not end before. Any answer closes the gap, also one without a score. Practitioner, program and measureIdentifier are not known here."
* base = "http://hl7.org/fhir/OperationDefinition/Measure-care-gaps"
* kind = #operation
* affectsState = false
* code = #care-gaps
* resource = #Measure
* system = false
* type = true
* instance = true
* insert In(periodStart, 1, date, [[First day of the period.]])
* insert In(periodEnd, 1, date, [[Last day of the period.]])
* insert In(subject, 0, string, [[A patient, or a group of patients. Needed when no organisation is given.]])
* insert In(organization, 0, string, [[An organisation: only its episodes. Needed when no subject is given.]])
* insert InMany(status, 0, code, [[open-gap, closed-gap or prospective-gap. Absent: open-gap.]])
* insert InMany(measureId, 0, string, [[Id of a measure on this server. At type level a measure is needed.]])
* insert InMany(measureUrl, 0, string, [[Canonical address of a measure, with or without a version.]])
* insert OutMany(return, 0, Bundle, [[A document per patient who has such a gap.]])
