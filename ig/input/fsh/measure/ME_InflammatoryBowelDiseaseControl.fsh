Instance: inflammatory-bowel-disease-control
InstanceOf: FactMeasure
Usage: #definition
* insert ConditionMeasure(inflammatory-bowel-disease-control, InflammatoryBowelDiseaseControl, inflammatory-bowel-disease-care, patient-reported-outcome, increase)
* insert SaidInCql(InflammatoryBowelDiseaseControl)
* title = "Control of the disease (IBD-Control-8) before and a year after the start of treatment of inflammatory bowel disease"
* description = "Control of the disease (IBD-Control-8) of episodes, before and a year after the start of treatment of inflammatory bowel disease."
* insert FromBaselineTo(month-12, ibd-control-8)
* insert Change
