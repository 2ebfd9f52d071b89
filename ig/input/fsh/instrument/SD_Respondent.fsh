Extension: Respondent
Id: respondent
Title: "Respondent"
Description: "Who answered. Absent means the patient. Answers of a proxy stay out of pooled means and are counted apart."
Context: QuestionnaireResponse, Observation
* value[x] 1..1
* value[x] only Coding
* value[x] from $respondentVS (required)
