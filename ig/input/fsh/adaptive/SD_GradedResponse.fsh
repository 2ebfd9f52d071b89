Extension: GradedResponse
Id: graded-response
Title: "Graded response"
Description: "Parameters of an item of an adaptive instrument's bank in the graded response model (Samejima 1969), on the logistic metric without the constant 1.7. The answer options need weights (ordinalValue): each weight is a category."
Context: Questionnaire.item
* extension contains
    discrimination 1..1 and
    threshold 1..*
* extension[discrimination] ^short = "How sharply answers separate persons: the slope, above 0"
* extension[discrimination].value[x] 1..1
* extension[discrimination].value[x] only decimal
* extension[discrimination] obeys graded-response-1
* extension[threshold] ^short = "Where the next category becomes as likely as not, on the scale with mean 0 and standard deviation 1; ascending, one less than categories"
* extension[threshold].value[x] 1..1
* extension[threshold].value[x] only decimal

Invariant: graded-response-1
Description: "A discrimination is positive"
Severity: #error
Expression: "value > 0"
