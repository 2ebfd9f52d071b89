Instance: library-fit-case-mix-model
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/library-fit-case-mix-model"
* version = "0.1.0"
* name = "FitCaseMixModel"
* title = "Fit a case-mix model"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Meerwaarde"
* description = "Estimates the coefficients of a case-mix model from the outcome facts of a period: least squares for a linear model, maximum likelihood for a logistic one."
* comment = "Nothing is stored. What cannot be estimated is refused with every reason at once. Missingness is counted per organisation and is meant for whoever issues the model."
* kind = #operation
* affectsState = false
* code = #fit-case-mix-model
* resource = #Library
* system = false
* type = true
* instance = true
* insert In(model, 0, Library, [[At type level, where it is needed: the model to fit, of profile case-mix-model-definition. Numbers it has already are replaced.]])
* insert In(periodStart, 1, date, [[First day of the period in which the index events lie.]])
* insert In(periodEnd, 1, date, [[Last day of the period.]])
* insert In(version, 1, string, [[The version of the fitted model.]])
* insert Out(return, 1, Library, [[The fitted model as a draft: coefficients with standard errors, on what it was fitted, R-squared or AUC, calibration.]])
* parameter[+].name = #missingness
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "How many of an organisation's episodes lack a covariate."
* insert PartOut(organization, 0, Reference, [[The organisation; absent where it is not known.]])
* insert PartOut(covariate, 1, string, [[Name of the covariate.]])
* insert PartOut(missing, 1, unsignedInt, [[Episodes that lack it.]])
* insert PartOut(n, 1, unsignedInt, [[Episodes with an outcome.]])
