Extension: ItemResponseScore
Id: item-response-score
Title: "Item response score"
Description: "The score is estimated from the answered items of the bank (expected a posteriori, standard normal prior): the T-score, 50 + 10 times the estimate, or its standard error in T-score points."
Context: Questionnaire.item
* value[x] 1..1
* value[x] only code
* obeys item-response-score-1

Invariant: item-response-score-1
Description: "The value is 't-score' or 'standard-error'"
Severity: #error
Expression: "value in ('t-score' | 'standard-error')"
