Instance: hip-replacement-primary
InstanceOf: CarePathway
Usage: #definition
* insert PublishedPathway(hip-replacement-primary, HipReplacementPrimary)
* title = "Primary hip replacement"
* description = "First replacement of a hip, followed for a year. One episode per side."
* insert CodedIndexEvent([[Hip replacement]], 52734007, [[Total hip replacement]])
* insert Moments(oxford-hip-score)
* insert RevisionEndsFollowUp(hip-replacement-revision)
* insert ReadmissionWithin30Days
