Profile: PromResponse
Parent: QuestionnaireResponse
Id: prom-response
Title: "PROM response"
Description: "One patient's answers to one instrument at one moment."
* obeys prom-response-1 and prom-response-2
* extension contains
    Laterality named laterality 0..1 MS and
    MeasurementMoment named measurementMoment 0..1 MS and
    Respondent named respondent 0..1 MS and
    AnswerMode named answerMode 0..1 MS and
    WordingVersion named wordingVersion 0..1 MS and
    GoalAnswered named goal 0..1 MS
* basedOn MS
* basedOn ^comment = "The episodes (CarePlan) this response serves, where known; otherwise they are found by their windows."
* questionnaire 1..1 MS
* questionnaire ^comment = "Stamped with the version on storing, when it names none."
* status MS
* subject 1..1 MS
* subject only Reference(Patient)
* authored MS
* authored ^comment = "When the patient answered, also for paper that was entered later and for an amendment."
* source MS
* item MS
  * linkId MS
  * answer MS
    * extension contains ClientScore named clientScore 0..1

Invariant: prom-response-1
Description: "A finished response says when the patient answered"
Severity: #error
Expression: "status in ('completed' | 'amended') implies authored.exists()"

Invariant: prom-response-2
Description: "A finished response has items"
Severity: #error
Expression: "status in ('completed' | 'amended') implies item.exists()"
