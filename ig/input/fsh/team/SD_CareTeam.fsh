// Who may have which role, and that a patient's team has one main practitioner and one contact person on every day, the server checks on every write: profiles cannot count days.
Profile: TreatmentTeam
Parent: CareTeam
Id: care-team
Title: "Care team"
Description: "Who treats a patient, or a group of patients: in which role, on behalf of which organisation, from when to when; and whom the patient calls for what. Close to nl-core-CareTeam."
* . ^short = "A team of professionals, relatives and the patient"
* extension contains OwnedOutcomes named ownedOutcomes 0..* MS
* extension[ownedOutcomes] ^comment = "For teams of a group of patients: they answer for its outcomes."
* status 1..1 MS
* name MS
* subject 1..1 MS
* subject only Reference(Patient or Group)
* period 1..1 MS
  * start 1..1 MS
* participant MS
  * role 1..* MS
  * role from $teamRoleVS (required)
  * role ^comment = "Profession and functions: main-practitioner, contact-person, planner, contact-24-7, lead. Codes of other systems may stand beside in the same concept."
  * member 1..1 MS
  * onBehalfOf MS
  * onBehalfOf ^comment = "The organisation of the member; a network has several."
  * period MS
  * period ^comment = "Within that of the team; without a start or an end the team's own. Who leaves gets an end and is not deleted."
* managingOrganization MS
* telecom MS
