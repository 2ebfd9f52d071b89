Extension: ReportingTeam
Id: reporting-team
Title: "Reporting team"
Description: "The team whose episodes a report counts: those of its organisations. MeasureReport.reporter cannot be a team."
Context: MeasureReport
* value[x] 1..1
* value[x] only Reference(CareTeam)
