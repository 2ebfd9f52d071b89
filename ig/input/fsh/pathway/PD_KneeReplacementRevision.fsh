// No code filter on the index event: we are not sure of a SNOMED CT code that covers every revision of a knee replacement.
Instance: knee-replacement-revision
InstanceOf: CarePathway
Usage: #definition
* insert PublishedPathway(knee-replacement-revision, KneeReplacementRevision)
* title = "Revision of a knee replacement"
* insert Translation(title, nl, [[Revisie van een knieprothese]])
* description = "Revision of a replaced knee, followed for a year. The index event is the procedure that is based on the episode, whatever its code."
* insert JointLines
* insert IndexEvent([[Revision of a knee replacement]], [[Revisie van een knieprothese]])
* insert WhoOperates
* insert Moments(oxford-knee-score)
* insert ReadmissionWithin30Days
* insert JointBefore
* insert JointTeamMeeting
* insert JointAround
