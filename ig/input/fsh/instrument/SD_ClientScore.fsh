Extension: ClientScore
Id: client-score
Title: "Score as the client computed it"
Description: "Kept beside the server's own value when the two differ. The server never trusts the client's value."
Context: QuestionnaireResponse.item.answer
* value[x] 1..1
* value[x] only decimal
