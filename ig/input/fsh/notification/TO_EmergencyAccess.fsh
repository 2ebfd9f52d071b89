Instance: topic-emergency-access
InstanceOf: Basic
Usage: #definition
* insert Topic(emergency-access, Emergency access, [[Somebody read of a patient and said that it was an emergency: the glass was broken. The AuditEvent says who, of whom, what, when and why. For administrators.]])
* insert EventTrigger(AuditEvent, http://terminology.hl7.org/CodeSystem/v3-ActReason#BTG, break the glass)
* insert FilterBy(AuditEvent, patient)
* insert FilterBy(AuditEvent, agent)
