Extension: Escalation
Id: escalation
Title: "Escalation"
Description: "What happens when nobody has accepted the task of a safety alert after a while: a higher priority, and where given a role that is asked as well."
Context: ActivityDefinition
* extension contains
    after 1..1 and
    priority 1..1 and
    role 0..1
* extension[after] ^short = "How long after the alert was raised"
* extension[after].value[x] 1..1
* extension[after].value[x] only Duration
* extension[priority].value[x] 1..1
* extension[priority].value[x] only code
* extension[priority].value[x] from http://hl7.org/fhir/ValueSet/request-priority (required)
* extension[role] ^short = "Who is asked as well"
* extension[role].value[x] 1..1
* extension[role].value[x] only CodeableConcept
* extension[role].value[x] from $safetyRoleVS (extensible)
