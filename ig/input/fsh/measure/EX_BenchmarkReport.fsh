// Three invented hospitals as the first of them sees it: the second under a pseudonym, the third too small for a place against the limits.
Instance: example-benchmark-report
InstanceOf: BenchmarkReport
Usage: #example
* language = #en
* text.status = #generated
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\" xml:lang=\"en\"><p><b>Oxford Knee Score before and 6 months after primary knee replacement, 2025</b></p><table><tr><td><b>Example Hospital (own)</b></td><td>64</td><td>18.5</td><td>above the 95 % limits</td></tr><tr><td>Organisation 7Q2K-M9XD</td><td>400</td><td>15.8</td><td>within the limits</td></tr><tr><td>Organisation B04T-ZC6R</td><td>12</td><td>14.0</td><td>fewer than 30 patients</td></tr></table></div>"
* extension[dataAsOf].valueInstant = "2026-11-02T06:00:00Z"
* status = #complete
* type = #summary
* measure = "https://w3id.org/meerwaarde/fhir/Measure/knee-replacement-primary-oxford|1.0.0"
* date = "2026-11-02T06:00:01Z"
* period.start = "2025-01-01"
* period.end = "2025-12-31"

* insert ReportedGroup(mean-gain)
* insert Count(group[=], $measurePopulation#measure-population, 476)
* group[=].measureScore = 16.1176 '{score}' "score"
* group[=].extension[standardDeviation].valueDecimal = 8
* group[=].extension[controlLimitBasis].extension[target].valueDecimal = 16.1176
* group[=].extension[controlLimitBasis].extension[exact].valueBoolean = false
* insert By(organization)
* insert Hospital
* insert Count(group[=].stratifier[=].stratum[=], $measurePopulation#measure-population, 64)
* group[=].stratifier[=].stratum[=].measureScore = 18.5 '{score}' "score"
* group[=].stratifier[=].stratum[=].extension[ownOrganization].valueBoolean = true
* group[=].stratifier[=].stratum[=].extension[controlLimitStatus].valueCode = #above-95
* insert Limits(14.1576, 18.0776, 13.0276, 19.2076)
* insert Stratum(7Q2K-M9XD)
* insert Count(group[=].stratifier[=].stratum[=], $measurePopulation#measure-population, 400)
* group[=].stratifier[=].stratum[=].measureScore = 15.8 '{score}' "score"
* group[=].stratifier[=].stratum[=].extension[controlLimitStatus].valueCode = #within
* insert Limits(15.3336, 16.9016, 14.8816, 17.3536)
* insert Stratum(B04T-ZC6R)
* insert Count(group[=].stratifier[=].stratum[=], $measurePopulation#measure-population, 12)
* group[=].stratifier[=].stratum[=].measureScore = 14 '{score}' "score"
* group[=].stratifier[=].stratum[=].extension[controlLimitStatus].valueCode = #too-few
