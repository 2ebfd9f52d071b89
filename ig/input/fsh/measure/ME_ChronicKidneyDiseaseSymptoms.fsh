Instance: chronic-kidney-disease-symptoms
InstanceOf: FactMeasure
Usage: #definition
* insert ConditionMeasure(chronic-kidney-disease-symptoms, ChronicKidneyDiseaseSymptoms, chronic-kidney-disease-care, patient-reported-outcome, decrease)
* insert SaidInCql(ChronicKidneyDiseaseSymptoms)
* title = "Severity of symptoms (Dialysis Symptom Index) before and a year after the start of treatment of chronic kidney disease"
* description = "Severity of symptoms (Dialysis Symptom Index) of episodes, before and a year after the start of treatment of chronic kidney disease."
* insert FromBaselineTo(month-12, dialysis-symptom-severity)
* insert Change
