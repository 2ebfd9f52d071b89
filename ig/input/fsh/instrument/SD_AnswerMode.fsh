Extension: AnswerMode
Id: answer-mode
Title: "Answer mode"
Description: "How the answers were given: on the web, on paper, by telephone or in an interview."
Context: QuestionnaireResponse, Observation
* value[x] 1..1
* value[x] only Coding
* value[x] from $answerModeVS (required)
