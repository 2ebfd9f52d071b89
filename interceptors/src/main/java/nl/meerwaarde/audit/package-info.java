/**
 * Who saw or changed what of whom: every access by REST as an entry that is never changed, what NEN 7513 asks of it, the chain of seals over the entries, and the
 * entries as AuditEvents of IHE's Basic Audit Log Patterns. Knows requests and who sends them; knows no feature.
 */
@NullMarked
package nl.meerwaarde.audit;

import org.jspecify.annotations.NullMarked;
