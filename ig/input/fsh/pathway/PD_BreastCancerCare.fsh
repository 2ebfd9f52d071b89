Instance: breast-cancer-care
InstanceOf: CarePathway
Usage: #definition
* insert PublishedPathway(breast-cancer-care, BreastCancerCare)
* title = "Breast cancer"
* insert Translation(title, nl, [[Borstkanker]])
* description = "From diagnosis of breast cancer to ten years after the first treatment. The index event is the procedure that is based on the episode: operation or first systemic treatment. What is asked is what the outcome set of breast cancer asks."
* insert Condition(254837009, [[Malignant tumor of breast]])
* insert PatientsOwnGoal
* insert IndexEvent([[First treatment]], [[Eerste behandeling]])
* insert TenYearMoments(breast-cancer)
* insert RecordedEvent(complication, [[Complication of treatment]], Observation, code, $outcome#complication)
* insert RecordedEvent(reoperation, [[Reoperation for positive margins]], Procedure, code, $outcome#positive-margin-reoperation)
* insert BreastCancerStations
