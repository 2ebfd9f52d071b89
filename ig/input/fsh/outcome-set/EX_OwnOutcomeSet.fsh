// A hospital asks for the generic outcomes and for pain and function of the knee, at its own moments.
Instance: example-own-outcome-set
InstanceOf: OutcomeSet
Usage: #example
* url = "https://example.org/PlanDefinition/knee-osteoarthritis-short"
* version = "2026-11"
* title = "Knee osteoarthritis, short"
* status = #active
* relatedArtifact.type = #derived-from
* relatedArtifact.resource = "https://w3id.org/meerwaarde/fhir/PlanDefinition/knee-osteoarthritis|1.0.0"
* insert GenericCore
* insert At(baseline)
* insert At(month-12)
* insert Outcome(knee-pain, [[Pain in the knee]])
* insert PatientAnswers(nrs-pain-knee)
* insert At(baseline)
* insert At(month-3)
* insert At(month-12)
* insert Outcome(knee-function, [[Function of the knee]])
* insert PatientAnswers(koos-ps)
* insert At(baseline)
* insert At(month-12)
