Profile: QuestionnaireRefusal
Parent: Consent
Id: questionnaire-refusal
Title: "Refusal of questionnaires"
Description: "The patient does not want to be asked by questionnaires: at all, or for the episodes that are named. While it is active, nothing is asked and nobody is reminded."
* . ^short = "The patient refuses questionnaires"
* status MS
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* category 1..* MS
* category ^slicing.discriminator.type = #value
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains questionnaires 1..1 MS
* category[questionnaires] = $consentCategory#questionnaires
* patient 1..1 MS
* dateTime MS
* policyRule 1..1
* provision 1..1 MS
  * type 1..1 MS
  * type = #deny
  * data MS
  * data ^short = "The episodes; none: all of them"
    * reference only Reference(CarePlan)
