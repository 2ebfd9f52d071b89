Extension: Wording
Id: wording
Title: "Wording"
Description: "The owner's wording that lies over the instrument, and the licence under which it does. Scores and history do not depend on it."
Context: Questionnaire
* extension contains
    licence 1..1 and
    version 1..1 and
    loaded 1..1
* extension[licence].value[x] 1..1
* extension[licence].value[x] only string
* extension[version].value[x] 1..1
* extension[version].value[x] only string
* extension[loaded].value[x] 1..1
* extension[loaded].value[x] only dateTime
