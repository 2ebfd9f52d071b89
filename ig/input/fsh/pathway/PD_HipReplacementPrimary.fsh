Instance: hip-replacement-primary
InstanceOf: CarePathway
Usage: #definition
* insert PublishedPathway(hip-replacement-primary, HipReplacementPrimary)
* title = "Primary hip replacement"
* insert Translation(title, nl, [[Eerste heupprothese]])
* description = "First replacement of a hip, followed for a year. One episode per side."
* insert JointLines
* insert CodedIndexEvent([[Hip replacement]], [[Heupprothese]], 52734007, [[Total hip replacement]])
* insert WhoOperates
* insert Moments(oxford-hip-score)
* insert RevisionEndsFollowUp(hip-replacement-revision)
* insert ReadmissionWithin30Days
* insert JointBefore
* insert JointAround
