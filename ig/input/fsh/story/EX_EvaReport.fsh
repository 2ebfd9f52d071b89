// The question of the team: how does it go with the sexual functioning of our women, a year after the operation?
Instance: eva-measure
InstanceOf: FactMeasure
Usage: #example
* url = "https://hospital.example.org/fhir/Measure/sexual-functioning-after-breast-cancer"
* version = "1.0.0"
* name = "SexualFunctioningAfterBreastCancer"
* title = "Sexual functioning before and a year after the treatment of breast cancer"
* status = #active
* experimental = true
* publisher = "Voorbeeldziekenhuis"
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#continuous-variable
* type = http://terminology.hl7.org/CodeSystem/measure-type#patient-reported-outcome
* improvementNotation = http://terminology.hl7.org/CodeSystem/measure-improvement-notation#increase
* extension[pathway].valueCanonical = "https://hospital.example.org/fhir/PlanDefinition/breast-cancer-care"
* extension[score].valueCoding = $score#qlq-br23-sexual-functioning
* extension[moments].extension[before].valueCoding = $measurementMoment#baseline
* extension[moments].extension[after].valueCoding = $measurementMoment#month-12
* insert Group(response-chain)
* insert Population($responseChain#eligible, Eligible)
* insert Population($responseChain#invited, Invited)
* insert Population($responseChain#returned, Returned)
* insert Population($responseChain#scorable, Scorable)
* insert Population($responseChain#paired, Paired)
* insert Population($responseChain#open, Open)
* insert Population($responseChain#died, Died)
* insert Population($responseChain#otherwise-ended, OtherwiseEnded)
* insert Population($responseChain#proxy, Proxy)
* insert MeanOfAll(mean-before)
* insert MeanOfAll(mean-after)
* insert MeanOfAll(mean-gain)
* insert ShareOfAll(improved-any, Improved)
* insert ShareOfAll(unchanged, Unchanged)
* insert ShareOfAll(worsened, Worsened)

RuleSet: MeanOfAll(statistic)
* insert Group({statistic})
* group[=].extension[analysisSet].valueCode = #paired
* insert Population($measurePopulation#initial-population, Eligible)
* insert Population($measurePopulation#measure-population, Paired)

RuleSet: ShareOfAll(statistic, numerator)
* insert Group({statistic})
* group[=].extension[analysisSet].valueCode = #paired
* insert Population($measurePopulation#denominator, Paired)
* insert Population($measurePopulation#numerator, {numerator})

// Eva and five other women; 66.6667, 83.3333, 50, 66.6667 and 50 became 16.6667, 33.3333, 50, 33.3333 and 66.6667, one did not answer.
Instance: eva-report
InstanceOf: OutcomeReport
Usage: #example
* extension[dataAsOf].valueInstant = "2026-11-02T06:00:00Z"
* status = #complete
* type = #summary
* measure = "https://hospital.example.org/fhir/Measure/sexual-functioning-after-breast-cancer|1.0.0"
* date = "2026-11-02T06:00:01Z"
* reporter = Reference(story-hospital)
* period.start = "2024-01-01"
* period.end = "2024-12-31"
* improvementNotation = http://terminology.hl7.org/CodeSystem/measure-improvement-notation#increase
* insert ReportedGroup(response-chain)
* insert Chain(group[=], 6, 6, 5, 5, 5, 0.8333)
* insert ReportedGroup(mean-before)
* insert MeanOf(group[=], 6, 5, 63.33334, 13.94433, 316.6667, 20833.33666667)
* insert ReportedGroup(mean-after)
* insert MeanOf(group[=], 6, 5, 40, 19.00293, 200, 9444.44555556)
* insert ReportedGroup(mean-gain)
* insert MeanOf(group[=], 6, 5, -23.33334, 30.27652, -116.6667, 6388.89444445)
* insert ReportedGroup(improved-any)
* insert ShareOf(group[=], 5, 1, 0.2)
* insert ReportedGroup(unchanged)
* insert ShareOf(group[=], 5, 1, 0.2)
* insert ReportedGroup(worsened)
* insert ShareOf(group[=], 5, 3, 0.6)
