// A number with its coefficient.
RuleSet: NumberTerm(covariate, centre, unit, coefficient)
* extension[term][+].extension[covariate].valueString = "{covariate}"
* extension[term][=].extension[centre].valueDecimal = {centre}
* extension[term][=].extension[unit].valueDecimal = {unit}
* extension[term][=].extension[coefficient].valueDecimal = {coefficient}

RuleSet: CategoryTerm(covariate, category, coefficient)
* extension[term][+].extension[covariate].valueString = "{covariate}"
* extension[term][=].extension[category].valueString = "{category}"
* extension[term][=].extension[coefficient].valueDecimal = {coefficient}
