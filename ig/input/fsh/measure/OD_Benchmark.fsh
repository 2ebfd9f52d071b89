Instance: measure-benchmark
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/measure-benchmark"
* version = "0.1.0"
* name = "Benchmark"
* title = "Compare organisations or teams"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Puts organisations, or the teams of one, side by side by one statistic of a fact measure, with control limits, as a table and as a picture; over several periods as a time line. Every number is one of the report that $evaluate-measure gives the same recipient."
* comment = "In the language of Accept-Language, Dutch or English. With _format or Accept image/svg+xml the answer is the picture itself: a funnel plot, or the time line. Organisations and teams with fewer than 30 patients have no place against the limits. Teams are for recipients who may see everything of their organisation."
* kind = #operation
* affectsState = false
* code = #benchmark
* resource = #Measure
* system = false
* type = true
* instance = true
* insert In(measure, 0, string, [[Canonical address of the measure, with or without a version, or Measure/id. Asked for at type level; the instance is its own answer.]])
* insert In(periodStart, 1, date, [[First day of the period.]])
* insert In(periodEnd, 1, date, [[Last day of the period.]])
* insert In(timeLine, 0, code, [[year, quarter or month: the period is divided into calendar periods of that length, 20 at most, with a comparison for each. It must begin and end with one.]])
* insert In(group, 0, string, [[What is compared: the id of a group of the measure, or a code of the code system statistic. Absent: adjusted-gain if the measure has it, else its first group.]])
* insert In(by, 0, code, [[What is put side by side: organization, or team of a measure with that stratifier. Absent: organization.]])
* insert In(limits, 0, code, [[exact (by the binomial distribution, of shares only) or normal. Absent: exact for shares, normal for means and with additive over-dispersion.]])
* insert In(overDispersion, 0, code, [[none, additive or multiplicative: whether limits are widened where organisations differ by more than chance. Absent: none.]])
* insert In(recipient, 0, code, [[For whom it is: a code of the code system disclosure-recipient, whose properties say what such a recipient may see and whether others appear under pseudonyms. Absent: whom the server is set to.]])
* insert In(recipientOrganization, 0, string, [[The organisation that the recipient belongs to: its place is marked. By team: only its own teams are compared.]])
* insert In(recipientTeam, 0, string, [[By team: the CareTeam that the recipient belongs to; its place is marked.]])
* insert Out(return, 1, Bundle, [[A MeasureReport of profile benchmark-report for each period, in order, and DocumentReferences that hold the funnel plot of the last one and, of several, the time line (image/svg+xml).]])
