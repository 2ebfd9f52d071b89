// The id of a stored score is computed from the response's id and the score code; here it is a name, to be read.
Instance: example-baseline-score
InstanceOf: ScoreObservation
Usage: #example
* insert OxfordKneeScore(baseline, example-baseline-response, 2025-02-20T10:05:00+01:00, 18)
