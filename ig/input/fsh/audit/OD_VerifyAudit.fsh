Instance: verify-audit
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://w3id.org/meerwaarde/fhir/OperationDefinition/verify-audit"
* version = "0.1.0"
* name = "VerifyAudit"
* title = "Whether the audit trail is as it was written"
* status = #active
* experimental = false
* date = "2026-11-23"
* publisher = "Meerwaarde"
* description = "Reads the whole audit trail again and compares it with its chain of seals."
* comment = "For who runs the server. Entries that were changed, removed, put there or moved since they were sealed are found, and seals that were taken away. That the end of the chain was cut off with its entries, or that all of it was made again by somebody who has the key, shows only when a head that was noted elsewhere is given."
* kind = #operation
* affectsState = false
* code = #verify-audit
* system = true
* type = false
* instance = false
* insert InMany(head, 0, string, [[A head that this operation gave before and that was noted elsewhere: it must still be in the chain.]])
* insert Out(valid, 1, boolean, [[Whether nothing is wrong.]])
* insert Out(seals, 1, integer, [[How many seals hold, from the first on.]])
* insert Out(sealed-entries, 1, integer, [[How many entries lie under these.]])
* insert Out(unsealed-entries, 1, integer, [[How many entries wait for a seal; nothing guards them yet.]])
* insert Out(head, 0, string, [[Hash of the last seal that holds: to be noted where nobody who can write this database can write.]])
* insert Out(sealed, 0, instant, [[When that seal was made.]])
* parameter[+].name = #problem
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "1"
* parameter[=].documentation = "The first thing that is wrong."
* insert PartOut(code, 1, code, [[seal-missing, seal-changed, entry-changed, entry-missing, entry-outside or head-missing.]])
* insert PartOut(seal, 0, integer, [[The seal at which it shows.]])
* insert PartOut(entry, 0, Reference, [[The AuditEvent that it is about.]])
* insert PartOut(text, 1, string, [[The same in words.]])
