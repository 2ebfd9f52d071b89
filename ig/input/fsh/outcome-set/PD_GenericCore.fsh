Instance: generic-core
InstanceOf: OutcomeSet
Usage: #definition
* insert ShippedSet(generic-core, GenericCore, [[Generieke uitkomsten]])
* title = "Generic outcomes"
* description = "The eight outcomes that every outcome set of the Dutch programme for outcome-based care shares, on the metric of PROMIS. The programme names outcomes and metric; which form asks them is our choice. A set that takes this one over says at which moments."
* insert Generic(quality-of-life, [[Quality of life]], promis-global-health)
* insert Generic(perceived-health, [[Perceived health]], promis-global-health)
* insert Generic(pain, [[Pain]], promis-pain-interference-4a)
* insert Generic(fatigue, [[Fatigue]], promis-fatigue-4a)
* insert Generic(physical-functioning, [[Physical functioning]], promis-physical-function-4a)
* insert Generic(social-participation, [[Social participation]], promis-ability-to-participate-4a)
* insert Generic(anxiety, [[Anxiety]], promis-anxiety-4a)
* insert Generic(depression, [[Depression]], promis-depression-4a)

RuleSet: Generic(code, title, instrument)
* insert Outcome({code}, [[{title}]])
* insert PatientAnswers({instrument})
* insert At(baseline)
* insert At(month-12)
* insert Source(A, [[Generic outcomes of Uitkomstgerichte Zorg 2018-2022]])
