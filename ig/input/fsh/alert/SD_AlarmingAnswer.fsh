Extension: AlarmingAnswer
Id: alarming-answer
Title: "Alarming answer"
Description: "Whoever gives this answer raises a safety alert: which one. For questions that take a number: alarming-range."
Context: Questionnaire.item.answerOption
* value[x] 1..1
* value[x] only code
* value[x] from $safetyAlertVS (extensible)
