Extension: GoalChange
Id: goal-change
Title: "Goal change"
Description: "When and why words, target, levels or weight of the goal changed. What they were before stands in the versions of the resource."
Context: Goal
* extension contains
    date 1..1 and
    reason 1..1
* extension[date].value[x] 1..1
* extension[date].value[x] only dateTime
* extension[reason].value[x] 1..1
* extension[reason].value[x] only string
