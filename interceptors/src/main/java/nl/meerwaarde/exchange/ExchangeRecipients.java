package nl.meerwaarde.exchange;

import nl.meerwaarde.disclosure.RecipientPolicies;
import nl.meerwaarde.disclosure.RecipientPolicy;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.jspecify.annotations.Nullable;

/** Who may have the records of patients: whose policy says so. */
class ExchangeRecipients {
    private final RecipientPolicies policies;
    private final String byDefault;

    /** @param byDefault the kind of recipient when nobody says */
    ExchangeRecipients(RecipientPolicies policies, String byDefault) {
        this.policies = policies;
        this.byDefault = byDefault;
    }

    /** @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 400 when there is no such recipient, 422 when it may not have records */
    RecipientPolicy require(@Nullable String named) {
        String code = named == null ? byDefault : named;
        RecipientPolicy policy = policies.require(code);
        if (!knowsPatients(policy) && !policy.pseudonymisedRecords()) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.NOT_FOR_RECIPIENT,
                    "recipient",
                    Sentence.beside(ExchangeRecipients.class, "no-records", code)));
        }
        return policy;
    }

    /** Whether it has to say whose records it wants; one that there is not has other problems. */
    boolean needsSubject(@Nullable String named) {
        return policies.find(named == null ? byDefault : named)
                .map(this::knowsPatients)
                .orElse(false);
    }

    /** Whether it gets the records as they are. */
    boolean knowsPatients(RecipientPolicy policy) {
        return policy.exact() && policy.individual();
    }
}
