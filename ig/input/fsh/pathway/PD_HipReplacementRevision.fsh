// No code filter on the index event: we are not sure of a SNOMED CT code that covers every revision of a hip replacement.
Instance: hip-replacement-revision
InstanceOf: CarePathway
Usage: #definition
* insert PublishedPathway(hip-replacement-revision, HipReplacementRevision)
* title = "Revision of a hip replacement"
* insert Translation(title, nl, [[Revisie van een heupprothese]])
* description = "Revision of a replaced hip, followed for a year. The index event is the procedure that is based on the episode, whatever its code."
* insert JointLines
* insert IndexEvent([[Revision of a hip replacement]], [[Revisie van een heupprothese]])
* insert WhoOperates
* insert Moments(oxford-hip-score)
* insert ReadmissionWithin30Days
* insert JointBefore
* insert JointTeamMeeting
* insert JointAround
