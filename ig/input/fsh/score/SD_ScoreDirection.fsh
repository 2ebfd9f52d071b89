Extension: ScoreDirection
Id: score-direction
Title: "Score direction"
Description: "Whether a higher or a lower score is the better outcome."
Context: ObservationDefinition
* value[x] 1..1
* value[x] only code
* value[x] from $scoreDirectionVS (required)
