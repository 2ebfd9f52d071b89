Extension: MultidisciplinaryProposal
Id: multidisciplinary-proposal
Title: "Multidisciplinary proposal"
Description: "What a multidisciplinary meeting proposed. The choice stands beside it and may differ."
Context: CarePlan
* extension contains
    option 1..1 and
    date 1..1 and
    team 0..1 and
    text 0..1
* extension[option].value[x] 1..1
* extension[option].value[x] only CodeableConcept
* extension[date].value[x] 1..1
* extension[date].value[x] only dateTime
* extension[team].value[x] 1..1
* extension[team].value[x] only Reference(CareTeam or Organization)
* extension[text].value[x] 1..1
* extension[text].value[x] only string
