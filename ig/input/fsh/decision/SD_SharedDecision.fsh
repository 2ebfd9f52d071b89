Profile: SharedDecision
Parent: CarePlan
Id: shared-decision
Title: "Shared decision"
Description: "One decision that patient and clinicians take together, part of an episode: the options that were considered, what was discussed of each, what the patient values, who took part, the choice and the agreement. Draft while it is discussed, active once it is taken, completed when it is carried out, revoked when it is taken back."
* . ^short = "A decision taken together"
* obeys shared-decision-1
* extension contains
    DecisionPoint named decisionPoint 0..1 MS and
    DecisionChoice named choice 0..1 MS and
    DecisionAgreement named agreement 0..1 MS and
    PatientUnderstanding named understanding 0..* MS and
    PatientPreference named preference 0..* MS and
    DeclinedWish named declinedWish 0..* MS and
    MultidisciplinaryProposal named multidisciplinaryProposal 0..* MS
* partOf 1..1 MS
* partOf only Reference(CarePlan)
* partOf ^short = "The episode"
* instantiatesCanonical 0..0
* status MS
* intent MS
* subject only Reference(Patient)
* subject MS
* created MS
* author MS
* author ^short = "The clinician group that decides with the patient"
* contributor MS
* contributor ^short = "Who took part: patient, relatives, clinicians"
* careTeam MS
* careTeam ^short = "The team that takes part, beside that of the episode"
* addresses 1..* MS
* goal MS
* activity 2..* MS
* activity ^short = "An option, also to wait and see"
  * extension contains
      OptionPart named part 0..* MS and
      OptionDiscussed named discussed 0..* MS and
      OffGuideline named offGuideline 0..1 MS
  * detail 1..1 MS
    * code 1..1 MS
    * status MS
    * status ^short = "cancelled once another option is chosen"

Invariant: shared-decision-1
Description: "A decision that was taken has a choice and an agreement"
Severity: #error
Expression: "(status in ('active' | 'on-hold' | 'completed')) implies (extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/decision-choice').exists() and extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/decision-agreement').exists())"
