// The few measures of a condition: what treatment brings in the patient's own score, whether the decision was shared, how care was experienced, what
// clinicians record and how long a patient waited; each of these says the same in CQL. For the team alone, the personal goals.

RuleSet: ConditionMeasure(id, name, pathway, type, notation)
* insert Published({name})
* url = "https://w3id.org/meerwaarde/fhir/Measure/{id}"
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#continuous-variable
* type = http://terminology.hl7.org/CodeSystem/measure-type#{type}
* improvementNotation = http://terminology.hl7.org/CodeSystem/measure-improvement-notation#{notation}
* extension[pathway].valueCanonical = "https://w3id.org/meerwaarde/fhir/PlanDefinition/{pathway}"

RuleSet: SaidInCql(name)
* library = "https://w3id.org/meerwaarde/fhir/Library/{name}|1.0.0"

RuleSet: FromBaselineTo(moment, score)
* extension[score].valueCoding = $score#{score}
* extension[moments].extension[before].valueCoding = $measurementMoment#baseline
* extension[moments].extension[after].valueCoding = $measurementMoment#{moment}

// Beyond measurement error, and reaching a change that matters, are left out where no source supports a threshold.
RuleSet: Change
* insert ResponseChain
* insert Mean(mean-before, paired, Paired)
* insert Mean(mean-gain, paired, Paired)
* insert Proportion(improved-any, paired, Paired, Improved)
* insert Proportion(worsened, paired, Paired, Worsened)

RuleSet: AtMoment(moment, score)
* extension[score].valueCoding = $score#{score}
* extension[measurementMoment].valueCoding = $measurementMoment#{moment}

RuleSet: DecisionShared(id, name, pathway)
* insert ConditionMeasure({id}, {name}, {pathway}, patient-reported-outcome, increase)
* insert SaidInCql({name})
* description = "The share of patients who give all three questions of CollaboRATE the best answer. Asked about the decision; the last answer before the treatment counts."
* insert AtMoment(baseline, collaborate-top-score)
* insert ResponseChain
* insert Proportion(top-score, paired, Paired, TopScore)

RuleSet: CareExperience(id, name, pathway, moment)
* insert ConditionMeasure({id}, {name}, {pathway}, patient-reported-outcome, increase)
* insert SaidInCql({name})
* description = "How patients rate the care, 0 to 10 (PREM of Dutch hospitals). Counted where a hospital asks it at this moment."
* insert AtMoment({moment}, prem-msz-rating)
* insert ResponseChain
* insert Mean(mean-score, paired, Paired)

RuleSet: RecordedCare(id, name, pathway)
* insert ConditionMeasure({id}, {name}, {pathway}, outcome, decrease)
* insert SaidInCql({name})
* description = "What clinicians record of treated patients, and how many days passed from the beginning of the episode to the treatment. Who died stays in: nobody is left out because the treatment went badly."

RuleSet: Rate(id, event, days, title, followed, numerator)
* group[+].id = "{id}"
* group[=].extension[statistic].valueCode = #event-rate
* group[=].extension[countedEvent].valueCoding = $outcomeEvent#{event}
* group[=].extension[withinDays].valuePositiveInt = {days}
* group[=].code = $statistic#event-rate
* group[=].code.text = "{title}"
* insert Population($measurePopulation#initial-population, Treated)
* insert Population($measurePopulation#denominator, {followed})
* insert Population($measurePopulation#numerator, {numerator})
* insert Stratified

RuleSet: TimeToTreatment
* insert Group(mean-days-to-treatment)
* insert Population($measurePopulation#initial-population, Treated)
* insert Population($measurePopulation#measure-population, Timed)
* insert Stratified

// Never by organisation: goals are compared nowhere.
RuleSet: TeamGoals(id, name, pathway)
* insert ConditionMeasure({id}, {name}, {pathway}, outcome, increase)
* description = "For the team: how many of the personal goals of its patients were reached, of those of which it is confirmed. Compared with nobody."
* insert Group(goals-attained)
* insert Population($measurePopulation#denominator, RatedGoals)
* insert Population($measurePopulation#numerator, AttainedGoals)
* insert Stratifier(sex, Sex)
* insert Stratifier(age-band, AgeBand)
