// No code filter on the index event: we are not sure of a SNOMED CT code that covers every revision of a hip replacement.
Instance: hip-replacement-revision
InstanceOf: CarePathway
Usage: #definition
* insert PublishedPathway(hip-replacement-revision, HipReplacementRevision)
* title = "Revision of a hip replacement"
* description = "Revision of a replaced hip, followed for a year. The index event is the procedure that is based on the episode, whatever its code."
* insert IndexEvent([[Revision of a hip replacement]])
* insert Moments(oxford-hip-score)
* insert ReadmissionWithin30Days
