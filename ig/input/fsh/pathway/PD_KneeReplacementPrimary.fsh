Instance: knee-replacement-primary
InstanceOf: CarePathway
Usage: #definition
* insert PublishedPathway(knee-replacement-primary, KneeReplacementPrimary)
* title = "Primary knee replacement"
* insert Translation(title, nl, [[Eerste knieprothese]])
* description = "First replacement of a knee, followed for a year. One episode per side."
* insert JointLines
* insert CodedIndexEvent([[Knee replacement]], [[Knieprothese]], 609588000, [[Total knee replacement]])
* insert WhoOperates
* insert Moments(oxford-knee-score)
* insert RevisionEndsFollowUp(knee-replacement-revision)
* insert ReadmissionWithin30Days
* insert JointBefore
* insert JointAround
