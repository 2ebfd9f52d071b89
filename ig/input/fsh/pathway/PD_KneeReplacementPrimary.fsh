Instance: knee-replacement-primary
InstanceOf: CarePathway
Usage: #definition
* insert PublishedPathway(knee-replacement-primary, KneeReplacementPrimary)
* title = "Primary knee replacement"
* description = "First replacement of a knee, followed for a year. One episode per side."
* insert CodedIndexEvent([[Knee replacement]], 609588000, [[Total knee replacement]])
* insert Moments(oxford-knee-score)
* insert RevisionEndsFollowUp(knee-replacement-revision)
* insert ReadmissionWithin30Days
