Extension: GoalWeight
Id: goal-weight
Title: "Goal weight"
Description: "How important the goal is to the patient and how hard it is to reach, 0 to 3 each. The weight in goal attainment scaling is their product; a part that is not given counts as 1."
Context: Goal
* extension contains
    importance 0..1 and
    difficulty 0..1
* extension[importance].value[x] 1..1
* extension[importance].value[x] only integer
* extension[importance].value[x] ^minValueInteger = 0
* extension[importance].value[x] ^maxValueInteger = 3
* extension[difficulty].value[x] 1..1
* extension[difficulty].value[x] only integer
* extension[difficulty].value[x] ^minValueInteger = 0
* extension[difficulty].value[x] ^maxValueInteger = 3
