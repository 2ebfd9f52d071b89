Profile: GoalAttainment
Parent: Observation
Id: goal-attainment
Title: "Goal attainment"
Description: "How far one personal goal was reached. Preliminary is a proposal, derived from a score or rated by somebody else; it counts (final) once the patient rated or confirmed it. The patient who disagrees sets a proposal to cancelled and stores an attainment of their own."
* . ^short = "How far a goal was reached"
* obeys goal-attainment-1
* extension contains ConfirmedBy named confirmedBy 0..1 MS
* identifier MS
* identifier ^short = "On what the server derived (sid/derived-attainment): goal and Observation"
* status MS
* category MS
* code = $score#goal-attainment
* subject 1..1 MS
* subject only Reference(Patient)
* focus 1..1 MS
* focus only Reference(Goal)
* effective[x] 1..1 MS
* effective[x] only dateTime
* performer MS
* performer ^short = "Who rated"
* value[x] 1..1 MS
* value[x] only integer or boolean
* value[x] ^short = "The level -2 to 2, or whether the threshold was reached"
* derivedFrom MS
* derivedFrom ^short = "The score it follows from"

Invariant: goal-attainment-1
Description: "What counts says who rated or who confirmed it"
Severity: #error
Expression: "(status in ('final' | 'amended' | 'corrected')) implies (performer.exists() or extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/confirmed-by').exists())"
