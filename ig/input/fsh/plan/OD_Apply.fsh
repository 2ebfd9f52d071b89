Instance: plan-definition-apply
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/plan-definition-apply"
* version = "0.1.0"
* name = "Apply"
* title = "Apply a pathway"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Makes an episode of a pathway for a patient: the CarePlan with the visits it proposes, goals to be filled in, a Task for every questionnaire that is still to be asked, and the messages that announce them. Stores nothing."
* comment = "The answer is the CarePlan with everything else contained, as FHIR has it; or, when bundle is true, a transaction that stores everything when it is posted as it is. Ids stand in it, so posting it again changes nothing. What FHIR lists besides (userType, userLanguage, userTaskContext, setting, settingContext) is refused: nothing of a pathway depends on it here."
* base = "http://hl7.org/fhir/OperationDefinition/PlanDefinition-apply"
* kind = #operation
* affectsState = false
* code = #apply
* resource = #PlanDefinition
* system = false
* type = true
* instance = true
* insert In(planDefinition, 0, string, [[At type level: the pathway as canonical, with or without a version, or as reference: PlanDefinition/id.]])
* insert In(subject, 1, string, [[The patient: Patient/id.]])
* insert In(encounter, 0, string, [[The encounter in which the plan was made: Encounter/id.]])
* insert In(practitioner, 0, string, [[Who made the plan: Practitioner/id. Becomes a contributor of the CarePlan.]])
* insert In(organization, 0, string, [[Where: Organization/id. Becomes the author of the CarePlan, by which outcomes are counted.]])
* insert In(owner, 0, string, [[Who answers in the patient's place: RelatedPerson/id. Absent: the patient.]])
* insert In(side, 0, code, [[The side, where it matters: 7771000 for left, 24028007 for right or 51440002 for both, of SNOMED CT.]])
* insert In(index-date, 0, date, [[The day for which the treatment is planned that everything is counted from. Absent: not planned yet.]])
* insert In(bundle, 0, boolean, [[Whether a transaction is wanted instead of a CarePlan with everything contained.]])
* insert In(parameters, 0, Parameters, [[The same by the names owner, side, index-date and bundle, for clients that know the parameters of FHIR alone.]])
* insert Out(return, 1, Resource, [[The CarePlan, or the transaction Bundle.]])
