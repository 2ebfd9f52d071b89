Extension: GoalRater
Id: goal-rater
Title: "Goal rater"
Description: "Who rates how far the goal is reached. Absent means the patient. Whoever rates, the patient confirms."
Context: Goal
* value[x] 1..1
* value[x] only Reference(Patient or RelatedPerson or Practitioner or PractitionerRole)
