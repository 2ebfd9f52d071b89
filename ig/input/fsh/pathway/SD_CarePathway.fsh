// The extension that names a Measure's pathway has the id "pathway", so the profile cannot.
Profile: CarePathway
Parent: PlanDefinition
Id: care-pathway
Title: "Care pathway"
Description: "A pathway: the index event, the moments at which is measured, and the events that count as outcome; besides, the activities and decisions with who takes part and what must be known, as the metro map draws them."
* obeys care-pathway-1 and care-pathway-2 and care-pathway-3 and care-pathway-4
* extension contains PathwayLine named pathwayLine 0..* MS
* url 1..1 MS
* version 1..1 MS
* title MS
* status MS
* action 1..* MS
  * extension contains EndsFollowUp named endsFollowUp 0..1 MS and InformationNeeded named informationNeeded 0..* MS
  * title MS
  * code 1..* MS
  * input MS
  * relatedAction MS
  * timing[x] MS
  * timing[x] only Duration
  * participant MS
    * role MS
    * role from $teamRoleVS (extensible)
  * definition[x] MS
  * action MS

Invariant: care-pathway-1
Description: "There is one index event, an action with the id 'index-event'"
Severity: #error
Expression: "action.where(code.coding.where(system = 'https://w3id.org/meerwaarde/fhir/CodeSystem/pathway-action' and code = 'index-event').exists()).select(id) = 'index-event'"

Invariant: care-pathway-2
Description: "A measurement moment names its moment, its target day, its window round the index event and what is measured"
Severity: #error
Expression: "action.where(code.coding.where(system = 'https://w3id.org/meerwaarde/fhir/CodeSystem/pathway-action' and code = 'measurement-moment').exists()).all(code.coding.where(system = 'https://w3id.org/meerwaarde/fhir/CodeSystem/measurement-moment').exists() and timing.where(code = 'd').exists() and relatedAction.where(actionId = 'index-event' and offset.where(low.code = 'd' and high.code = 'd').exists()).exists() and action.exists())"

Invariant: care-pathway-3
Description: "An outcome event names its kind and how it is recognised, and its window round the index event has both ends"
Severity: #error
Expression: "action.where(code.coding.where(system = 'https://w3id.org/meerwaarde/fhir/CodeSystem/pathway-action' and code = 'outcome-event').exists()).all(code.coding.where(system = 'https://w3id.org/meerwaarde/fhir/CodeSystem/outcome-event').exists() and (input.exists() or definition.exists()) and relatedAction.all(actionId = 'index-event' and offset.where(low.code = 'd' and high.code = 'd').exists()))"

Invariant: care-pathway-4
Description: "An activity or decision has a title, and who takes part in it is the patient, somebody near to the patient, or a role"
Severity: #error
Expression: "action.where(code.coding.where(system = 'https://w3id.org/meerwaarde/fhir/CodeSystem/pathway-action' and (code = 'activity' or code = 'decision')).exists()).all(title.exists() and participant.exists() and participant.all(type = 'patient' or type = 'related-person' or role.exists()))"
