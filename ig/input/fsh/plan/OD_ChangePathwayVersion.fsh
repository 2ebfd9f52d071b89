Instance: care-plan-change-pathway-version
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/care-plan-change-pathway-version"
* version = "0.1.0"
* name = "ChangePathwayVersion"
* title = "Move an episode to another version of its pathway"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Says what changes for a running episode when it follows another version of its pathway, and gives the transaction that moves it there. Stores nothing."
* comment = "The transaction is refused (409) when somebody has changed the CarePlan meanwhile, so that nobody moves an episode on an old difference. What the new version does not ask any more is cancelled by the server when it is moved; answers stay."
* kind = #operation
* affectsState = false
* code = #change-pathway-version
* resource = #CarePlan
* system = false
* type = false
* instance = true
* insert In(version, 0, string, [[The version of the pathway. Absent: the newest.]])
* insert In(owner, 0, string, [[Who answers what is added, in the patient's place: RelatedPerson/id. Absent: the patient.]])
* insert Out(from, 1, canonical, [[The version that the episode follows.]])
* insert Out(to, 1, canonical, [[The version that it would follow.]])
* parameter[+].name = #difference
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "What changes about what is asked, done and decided when."
* insert Part(change, 1, 1, code, [[added, removed or moved.]])
* insert Part(moment, 0, 1, Coding, [[The moment; absent when a station changes.]])
* insert Part(activity, 0, 1, string, [[The station that changes, by its title, with translations.]])
* insert Part(questionnaire, 0, 1, canonical, [[The Questionnaire; absent when the moment itself or a station changes.]])
* insert Part(windowBefore, 0, 1, Range, [[The window it has, in days from the index event.]])
* insert Part(windowAfter, 0, 1, Range, [[The window it gets, in days from the index event.]])
* insert Out(return, 1, Bundle, [[The transaction that moves the episode when it is posted as it is.]])
