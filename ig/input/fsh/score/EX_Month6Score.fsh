Instance: example-month-6-score
InstanceOf: ScoreObservation
Usage: #example
* insert OxfordKneeScore(month-6, example-month-6-response, 2025-09-09T19:40:00+02:00, 41)
