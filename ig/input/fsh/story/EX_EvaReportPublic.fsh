// The same report as the public gets it: six women are so few that nothing is told but that there are some, and fewer than ten.
Instance: eva-report-public
InstanceOf: OutcomeReport
Usage: #example
* extension[dataAsOf].valueInstant = "2026-11-02T06:00:00Z"
* extension[disclosedTo].valueCoding = https://w3id.org/meerwaarde/fhir/CodeSystem/disclosure-recipient|0.1.0#public
* status = #complete
* type = #summary
* measure = "https://hospital.example.org/fhir/Measure/sexual-functioning-after-breast-cancer|1.0.0"
* date = "2026-11-02T06:00:01Z"
* period.start = "2024-01-01"
* period.end = "2024-12-31"
* insert ReportedGroup(response-chain)
* group[=].extension[suppressionReason].valueCode = #primary
* insert Few($responseChain#eligible)
* insert Withheld($responseChain#invited)
* insert Withheld($responseChain#returned)
* insert Withheld($responseChain#scorable)
* insert Withheld($responseChain#paired)
* insert Count(group[=], $responseChain#open, 0)
* insert Count(group[=], $responseChain#died, 0)
* insert Count(group[=], $responseChain#otherwise-ended, 0)
* insert Count(group[=], $responseChain#proxy, 0)
* insert HiddenShare
* insert HiddenMean(mean-before)
* insert HiddenMean(mean-after)
* insert HiddenMean(mean-gain)
* insert HiddenPart(improved-any)
* insert HiddenPart(unchanged)
* insert HiddenPart(worsened)

RuleSet: Few(population)
* insert Hidden({population}, primary)
* group[=].population[=].extension[countBelow].valuePositiveInt = 10

RuleSet: Withheld(population)
* insert Hidden({population}, withheld)

RuleSet: Hidden(population, reason)
* group[=].population[+].code = {population}
* group[=].population[=].extension[suppressionReason].valueCode = #{reason}
* insert Masked(group[=].population[=].count)

RuleSet: Masked(number)
* {number}.extension[http://hl7.org/fhir/StructureDefinition/data-absent-reason].valueCode = #masked

RuleSet: HiddenMean(statistic)
* insert ReportedGroup({statistic})
* group[=].extension[suppressionReason].valueCode = #withheld
* insert Few($measurePopulation#initial-population)
* insert Withheld($measurePopulation#measure-population)
* group[=].measureScore = '{score}' "score"
* insert Masked(group[=].measureScore.value)

RuleSet: HiddenPart(statistic)
* insert ReportedGroup({statistic})
* group[=].extension[suppressionReason].valueCode = #withheld
* insert Withheld($measurePopulation#denominator)
* insert Withheld($measurePopulation#numerator)
* insert HiddenShare

RuleSet: HiddenShare
* group[=].measureScore = '1' "1"
* insert Masked(group[=].measureScore.value)
