Profile: OutcomeSet
Parent: PlanDefinition
Id: outcome-set
Title: "Outcome set"
Description: "What is measured of patients with a condition: outcomes and case-mix variables, each with its instrument, its reporter and its moments. A set that is draft is off, one that is active is on."
* obeys outcome-set-1
* url 1..1 MS
* version 1..1 MS
* title 1..1 MS
* status MS
* status ^comment = "draft: off, as all sets are shipped; active: on; retired: no longer used."
* type 1..1 MS
* type = $planType#outcome-set
* useContext MS
* relatedArtifact MS
* relatedArtifact ^comment = "A hospital's own set names the one it was made from: type derived-from."
* action 1..* MS
* action obeys outcome-set-2 and outcome-set-3 and outcome-set-4
  * extension contains MeasurementMoment named measurementMoment 0..* MS
  * extension[measurementMoment] ^comment = "At a set that is taken over: its outcomes are measured at these moments instead of their own."
  * code 1..1 MS
  * reason MS
  * reason ^comment = "Measured only of patients with one of these conditions or treatments; absent: of everybody."
  * documentation MS
  * documentation ^comment = "Where it says that this is measured; the label is how sure that is: A two or more sources, B one, C general knowledge that is to be checked before use."
  * input 0..1 MS
  * participant 0..1 MS
    * type ^comment = "Who reports: the patient, a relative in the patient's place, or the clinician."
  * definition[x] MS
  * definition[x] only canonical
  * action 0..0

Invariant: outcome-set-1
Description: "No outcome and no case-mix variable stands twice"
Severity: #error
Expression: "action.code.coding.where(system != 'https://w3id.org/meerwaarde/fhir/CodeSystem/pathway-action').select(system & '|' & code).isDistinct()"

Invariant: outcome-set-2
Description: "An action is an outcome, a case-mix variable or a set that is taken over"
Severity: #error
Expression: "code.coding.where(system = 'https://w3id.org/meerwaarde/fhir/CodeSystem/pathway-action' and (code = 'outcome' or code = 'case-mix-variable' or code = 'outcome-set')).count() = 1"

Invariant: outcome-set-3
Description: "An outcome or case-mix variable has a code, a reporter, moments, and either an instrument or what is recorded"
Severity: #error
Expression: "code.coding.where(code = 'outcome-set').empty() implies (code.coding.where(system != 'https://w3id.org/meerwaarde/fhir/CodeSystem/pathway-action').exists() and participant.where(type = 'patient' or type = 'related-person' or type = 'practitioner').exists() and extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/measurement-moment').exists() and (definition.exists() xor input.exists()))"

Invariant: outcome-set-4
Description: "A set that is taken over is named with its version"
Severity: #error
Expression: "code.coding.where(code = 'outcome-set').exists() implies definition.toString().matches('.+[|].+')"
