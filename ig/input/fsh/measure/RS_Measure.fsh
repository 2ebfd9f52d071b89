RuleSet: PublishedMeasure(id, name)
* insert Published({name})
* url = "https://w3id.org/meerwaarde/fhir/Measure/{id}"
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#continuous-variable
* type = http://terminology.hl7.org/CodeSystem/measure-type#patient-reported-outcome
* improvementNotation = http://terminology.hl7.org/CodeSystem/measure-improvement-notation#increase

// One score of one pathway, from baseline to 6 months. Reports compare with all episodes of their period: no reference population.
RuleSet: ChangeInScore(pathway, score, model)
* extension[pathway].valueCanonical = "https://w3id.org/meerwaarde/fhir/PlanDefinition/{pathway}"
* extension[score].valueCoding = $score#{score}
* extension[moments].extension[before].valueCoding = $measurementMoment#baseline
* extension[moments].extension[after].valueCoding = $measurementMoment#month-6
* extension[caseMixModel].valueCoding.system = "https://w3id.org/meerwaarde/fhir/CodeSystem/case-mix-model"
* extension[caseMixModel].valueCoding.version = "2017-18"
* extension[caseMixModel].valueCoding.code = #{model}

// The statistics every measure of change has, over the named analysis set; the episodes are its name as a criterion.
RuleSet: ChangeStatistics(set, episodes)
* insert ResponseChain
* insert Mean(mean-before, {set}, {episodes})
* insert Mean(mean-after, {set}, {episodes})
* insert Mean(mean-gain, {set}, {episodes})
* insert Proportion(improved-any, {set}, {episodes}, Improved)
* insert Proportion(unchanged, {set}, {episodes}, Unchanged)
* insert Proportion(worsened, {set}, {episodes}, Worsened)

RuleSet: BeyondMeasurementError(set, episodes)
* insert Proportion(beyond-measurement-error, {set}, {episodes}, BeyondMeasurementError)

// By the change that matters to an individual, never by the difference between groups.
RuleSet: ReachedMinimalImportantChange(set, episodes)
* insert Proportion(reached-mic, {set}, {episodes}, ReachedMic)

// Only episodes with an expectation can be adjusted.
RuleSet: AdjustedGain
* insert Mean(adjusted-gain, modelled, Modelled)

RuleSet: ResponseChain
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
* insert Stratified
* insert Stratifier(language, Language)
* insert Stratifier(literacy, Literacy)
* insert Stratifier(deprivation, Deprivation)

RuleSet: Mean(statistic, set, episodes)
* insert Group({statistic})
* group[=].extension[analysisSet].valueCode = #{set}
* insert Population($measurePopulation#initial-population, Eligible)
* insert Population($measurePopulation#measure-population, {episodes})
* insert Stratified

RuleSet: Proportion(statistic, set, episodes, numerator)
* insert Group({statistic})
* group[=].extension[analysisSet].valueCode = #{set}
* insert Population($measurePopulation#denominator, {episodes})
* insert Population($measurePopulation#numerator, {numerator})
* insert Stratified

RuleSet: Group(statistic)
* group[+].id = "{statistic}"
* group[=].extension[statistic].valueCode = #{statistic}
* group[=].code = $statistic#{statistic}

RuleSet: Population(code, criterion)
* group[=].population[+].code = {code}
* group[=].population[=].criteria.language = #text/cql-identifier
* group[=].population[=].criteria.expression = "{criterion}"

RuleSet: Stratified
* insert Stratifier(organization, Organization)
* insert Stratifier(sex, Sex)
* insert Stratifier(age-band, AgeBand)

RuleSet: Stratifier(code, criterion)
* group[=].stratifier[+].code = $stratifier#{code}
* group[=].stratifier[=].criteria.language = #text/cql-identifier
* group[=].stratifier[=].criteria.expression = "{criterion}"
