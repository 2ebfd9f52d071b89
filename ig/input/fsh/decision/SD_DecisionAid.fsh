Profile: DecisionAid
Parent: Library
Id: decision-aid
Title: "Decision aid"
Description: "A decision aid in the library: for which condition, at which decision, how hard it is to read, and where it is. Found by Library?context=, once for each of the three."
* . ^short = "A decision aid"
* obeys decision-aid-1
* url 1..1 MS
* title 1..1 MS
* description 1..1 MS
* status MS
* type = http://terminology.hl7.org/CodeSystem/library-type#asset-collection
* useContext 3..* MS
* relatedArtifact MS
* relatedArtifact ^short = "Where it is: type documentation"

Invariant: decision-aid-1
Description: "A decision aid has a condition, a decision point and a reading level"
Severity: #error
Expression: "useContext.where(code.code = 'focus').exists() and useContext.where(code.code = 'decision-point').exists() and useContext.where(code.code = 'reading-level').exists()"
