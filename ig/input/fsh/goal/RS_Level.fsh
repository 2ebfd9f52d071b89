// One of the five levels of a goal.
RuleSet: Level(level, description)
* extension[attainmentLevel][+].extension[level].valueInteger = {level}
* extension[attainmentLevel][=].extension[description].valueString = "{description}"

// The same, with the scores that mean it.
RuleSet: ScoredLevel(level, low, high, description)
* insert Level({level}, [[{description}]])
* extension[attainmentLevel][=].extension[range].valueRange.low.value = {low}
* extension[attainmentLevel][=].extension[range].valueRange.high.value = {high}
