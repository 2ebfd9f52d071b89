// A figure stands in a group or in a stratum of it: "at" is the path to where.

RuleSet: ReportedGroup(statistic)
* group[+].id = "{statistic}"
* group[=].extension[statistic].valueCode = #{statistic}
* group[=].code = $statistic#{statistic}

RuleSet: By(stratifier)
* group[=].stratifier[+].code = $stratifier#{stratifier}

RuleSet: Hospital
* group[=].stratifier[=].stratum[+].value.text = "Example Hospital"
* group[=].stratifier[=].stratum[=].extension[stratumOrganization].valueReference = Reference(example-hospital)

RuleSet: Gender(gender)
* group[=].stratifier[=].stratum[+].value = http://hl7.org/fhir/administrative-gender#{gender}

RuleSet: Ages(band)
* group[=].stratifier[=].stratum[+].value.text = "{band}"

RuleSet: Stratum(value)
* group[=].stratifier[=].stratum[+].value.text = "{value}"

RuleSet: Chain(at, eligible, invited, returned, scorable, paired, share)
* insert Count({at}, $responseChain#eligible, {eligible})
* insert Count({at}, $responseChain#invited, {invited})
* insert Count({at}, $responseChain#returned, {returned})
* insert Count({at}, $responseChain#scorable, {scorable})
* insert Count({at}, $responseChain#paired, {paired})
* insert Count({at}, $responseChain#open, 0)
* insert Count({at}, $responseChain#died, 0)
* insert Count({at}, $responseChain#otherwise-ended, 0)
* insert Count({at}, $responseChain#proxy, 0)
* {at}.measureScore = {share} '1'

RuleSet: MeanOf(at, eligible, n, mean, sd, sum, squares)
* insert Count({at}, $measurePopulation#initial-population, {eligible})
* insert Count({at}, $measurePopulation#measure-population, {n})
* {at}.measureScore = {mean} '{score}' "score"
* {at}.extension[standardDeviation].valueDecimal = {sd}
* insert Cell({at}, {n}, {sum})
* {at}.extension[poolableCell].extension[sum-of-squares].valueDecimal = {squares}

RuleSet: Residuals(at, expected, residual, squares)
* {at}.extension[poolableCell].extension[expected-sum].valueDecimal = {expected}
* {at}.extension[poolableCell].extension[residual-sum].valueDecimal = {residual}
* {at}.extension[poolableCell].extension[residual-sum-of-squares].valueDecimal = {squares}

RuleSet: ShareOf(at, n, count, share)
* insert Count({at}, $measurePopulation#denominator, {n})
* insert Count({at}, $measurePopulation#numerator, {count})
* {at}.measureScore = {share} '1'
* insert Cell({at}, {n}, {count})

RuleSet: Count(at, population, count)
* {at}.population[+].code = {population}
* {at}.population[=].count = {count}

RuleSet: Cell(at, n, sum)
* {at}.extension[poolableCell].extension[n].valueUnsignedInt = {n}
* {at}.extension[poolableCell].extension[sum].valueDecimal = {sum}
