Profile: QuestionnaireTask
Parent: Task
Id: questionnaire-task
Title: "Questionnaire task"
Description: "A patient, or a relative in the patient's place, is asked to answer a questionnaire, in the shape of SDC's Task. The server keeps its window and its status true to the record."
* . ^short = "A questionnaire to answer"
* extension contains
    MeasurementMoment named measurementMoment 0..1 MS and
    Laterality named laterality 0..1 MS
* extension[measurementMoment] ^short = "Of an episode; none when it asks how a decision was taken, or on days of its own"
* extension[laterality] ^short = "Of an instrument that is asked per side"
* identifier MS
* basedOn 1..1 MS
* basedOn only Reference(CarePlan)
* basedOn ^short = "The episode, or the decision that it asks about"
* partOf MS
* partOf ^short = "The task with which it is asked, when one answer serves both"
* status MS
* status ^comment = "The server sets requested, draft (not to be done yet), on-hold, completed and cancelled, the last three with a reason. Anything else, and those three without a reason, was said by somebody and stays."
* statusReason MS
* statusReason from $taskStatusReasonVS (extensible)
* intent = #order
* code 1..1 MS
* code = $sdcTemporary#complete-questionnaire
* for 1..1 MS
* for only Reference(Patient)
* owner MS
* owner only Reference(Patient or RelatedPerson)
* owner ^short = "Who answers: the patient or a proxy"
* restriction MS
  * period MS
  * period ^short = "The window, in days; without one while the day it is counted from is not known"
* input 1..* MS
* input ^slicing.discriminator.type = #value
* input ^slicing.discriminator.path = "type"
* input ^slicing.rules = #open
* input contains questionnaire 1..1 MS
* input[questionnaire].type = $sdcTemporary#questionnaire
* input[questionnaire].value[x] only canonical
* output MS
* output ^slicing.discriminator.type = #value
* output ^slicing.discriminator.path = "type"
* output ^slicing.rules = #open
* output contains response 0..1 MS
* output[response].extension contains DerivedOutput named derivedOutput 0..1 MS
* output[response].type = $sdcTemporary#questionnaire-response
* output[response].value[x] only Reference(QuestionnaireResponse)
