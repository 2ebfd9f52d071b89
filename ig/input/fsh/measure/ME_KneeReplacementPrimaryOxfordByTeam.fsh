Instance: knee-replacement-primary-oxford-by-team
InstanceOf: FactMeasure
Usage: #definition
* insert PublishedMeasure(knee-replacement-primary-oxford-by-team, KneeReplacementPrimaryOxfordByTeam)
* title = "Oxford Knee Score before and 6 months after primary knee replacement, by team"
* description = "How the Oxford Knee Score of episodes changes from before to 6 months after primary knee replacement, by the team that answers for it. For use within an organisation: whoever may not see everything of it gets no report, and it is delivered to no other node."
* insert ChangeInScore(knee-replacement-primary, oxford-knee-score, nhs-proms-knee-primary)
* insert ResponseChain
* insert Stratifier(team, Team)
* insert Mean(mean-gain, paired, Paired)
* insert Stratifier(team, Team)
* insert Proportion(improved-any, paired, Paired, Improved)
* insert Stratifier(team, Team)
* insert Proportion(reached-mic, paired, Paired, ReachedMic)
* insert Stratifier(team, Team)
* insert Mean(adjusted-gain, modelled, Modelled)
* insert Stratifier(team, Team)
