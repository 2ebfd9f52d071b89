Extension: Deprivation
Id: deprivation
Title: "Deprivation of the neighbourhood"
Description: "The fifth of the country's neighbourhoods in which the patient lives, ordered by deprivation: 1 is the most deprived, 5 the least. Whoever records it chooses the index and says so in the documentation of their data."
Context: Patient
* value[x] 1..1
* value[x] only integer
* valueInteger ^minValueInteger = 1
* valueInteger ^maxValueInteger = 5
