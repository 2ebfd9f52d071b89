Extension: GoalAnswered
Id: goal
Title: "Goal"
Description: "The personal goal whose attainment this response answers."
Context: QuestionnaireResponse
* value[x] 1..1
* value[x] only Reference(Goal)
