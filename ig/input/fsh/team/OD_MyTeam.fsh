Instance: patient-my-team
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/patient-my-team"
* version = "0.1.0"
* name = "MyTeam"
* title = "Whom do I call, for what, now"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Says per need of a patient (urgent, a question, the treatment, an appointment, the work of the team) who is there for it on a day: one list over the teams of all active episodes, in which nobody stands twice under one need."
* comment = "Names, hours and words are in the language of Accept-Language, Dutch or English. Private and old telephone numbers are left out. Where a team has nobody in a function, or everybody in it is away, the contact person or the main practitioner stands in, but never for what is urgent. Teams are read as the caller may read them."
* kind = #operation
* affectsState = false
* code = #my-team
* resource = #Patient
* system = false
* type = false
* instance = true
* insert In(at, 0, date, [[The day. Absent: today in the time zone of the server.]])
* insert Out(at, 1, date, [[The day that the list is for.]])
* parameter[+].name = #need
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "What somebody is needed for, most urgent first; none when no team has a member on that day."
* insert Part(need, 1, 1, Coding, [[The need, from the code system contact-need.]])
* parameter[=].part[+].name = #contact
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "*"
* parameter[=].part[=].documentation = "Somebody to call."
* insert PartOfPart(name, 0, 1, string, [[Name of the person or the desk.]])
* insert PartOfPart(member, 1, 1, Reference, [[The member as the team names it.]])
* insert PartOfPart(function, 1, 1, Coding, [[In which function of the team.]])
* insert PartOfPart(role, 0, *, Coding, [[Profession, or functions where no profession is known.]])
* insert PartOfPart(organization, 0, 1, Reference, [[On behalf of which organisation, with its name.]])
* insert PartOfPart(telecom, 0, *, ContactPoint, [[How to reach the person; without a number of its own the organisation.]])
* insert PartOfPart(hours, 0, *, string, [[When, in words.]])
* insert PartOfPart(absent, 0, 1, string, [[That and why the person is away on that day. Only when nobody else can be reached.]])
* insert PartOfPart(standsIn, 0, 1, boolean, [[True: stands in for a function that nobody has, or whose holder is away.]])
* insert PartOfPart(treatment, 0, *, string, [[For which treatments: pathway and side.]])
* insert Part(advice, 0, 1, string, [[What to do where no team names somebody.]])
* parameter[+].name = #member
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "Everybody in the teams on that day, relatives included."
* insert Part(name, 0, 1, string, [[Name.]])
* insert Part(member, 1, 1, Reference, [[The member as the team names it.]])
* insert Part(role, 0, *, Coding, [[Roles.]])
* insert Part(organization, 0, 1, Reference, [[Organisation.]])
* insert Part(treatment, 0, *, string, [[For which treatments.]])
* insert Out(issues, 0, OperationOutcome, [[That no team has a member on that day.]])
