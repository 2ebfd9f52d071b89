Profile: PersonalGoal
Parent: Goal
Id: personal-goal
Title: "Personal goal"
Description: "What matters to the patient, in the patient's own words, with one target: a threshold of a score, or a level of goal attainment scaling. Achievement, its date and outcomes follow from what the patient confirmed. The pattern is that of the HL7 Person-Centered Outcomes guide and of nl-core-TreatmentObjective."
* . ^short = "What matters to the patient"
* obeys personal-goal-1 and personal-goal-2
* extension contains
    AttainmentLevel named attainmentLevel 0..5 MS and
    GoalRater named goalRater 0..1 MS and
    GoalWeight named goalWeight 0..1 MS and
    GoalChange named goalChange 0..* MS and
    MeasurementMoment named reassessment 0..* MS
* extension[reassessment] ^short = "When the goal is looked at again"
* lifecycleStatus MS
* achievementStatus MS
* achievementStatus ^short = "Follows from confirmed attainments"
* description MS
* description.text 1..1 MS
* description.text ^short = "The patient's own words"
* subject only Reference(Patient)
* subject MS
* start[x] MS
* start[x] ^short = "Results from this day on count"
* target 1..1 MS
  * measure MS
  * measure ^short = "The score or Observation it is measured by"
  * detail[x] 1..1 MS
  * detail[x] only Quantity or Range or integer
  * detail[x] ^short = "A threshold (a Quantity with comparator >= or <=, or a Range), or the wanted level"
  * due[x] 1..1 MS
* statusDate MS
* statusDate ^short = "Date of the last confirmed attainment"
* expressedBy 1..1 MS
* expressedBy only Reference(Patient or RelatedPerson)
* expressedBy ^short = "Whose goal it is"
* addresses 1..* MS
* outcomeReference MS
* outcomeReference ^short = "Confirmed attainments, oldest first"

Invariant: personal-goal-1
Description: "A wanted level comes with five attainment levels, each once; a threshold with none"
Severity: #error
Expression: "iif(target.detail.ofType(integer).exists(), extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/attainment-level').extension('level').value.distinct().count() = 5, extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/attainment-level').empty())"

Invariant: personal-goal-2
Description: "A threshold says of which score, and a number whether at least or at most"
Severity: #error
Expression: "target.all(detail.ofType(integer).exists() or (measure.coding.exists() and (detail.ofType(Range).exists() or detail.ofType(Quantity).where(comparator = '>=' or comparator = '<=').exists())))"
