Extension: DisclosedTo
Id: disclosed-to
Title: "Disclosed to"
Description: "For whom the figures of a report are meant, with the version of the policies by which they were let through."
Context: MeasureReport
* value[x] 1..1
* value[x] only Coding
* valueCoding from $disclosureRecipientVS (extensible)
