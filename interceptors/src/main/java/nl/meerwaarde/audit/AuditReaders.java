package nl.meerwaarde.audit;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.RequesterSource;
import nl.meerwaarde.requester.Role;

/** Who may read the audit trail: who runs the server all of it, a patient what concerns the patient. A host's access rules may take away more, and give nothing. */
class AuditReaders {
    private static final String PATIENT = "Patient/";

    private final Optional<RequesterSource> source;

    /** @param source where there is none, everybody may do everything */
    AuditReaders(Optional<RequesterSource> source) {
        this.source = source;
    }

    /**
     * Of which patient this requester may read entries; empty for all.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException when of none
     */
    Optional<String> only(RequestDetails request) {
        Optional<Requester> requester = requester(request);
        if (requester.filter(known -> known.is(Role.ADMINISTRATOR)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(requester
                .filter(known -> known.is(Role.PATIENT))
                .flatMap(Requester::person)
                .filter(person -> person.startsWith(PATIENT))
                .map(person -> person.substring(PATIENT.length()))
                .orElseThrow(() -> forbidden("audit-own")));
    }

    /** @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException for everybody but who runs the server */
    void requireAdministrator(RequestDetails request) {
        if (requester(request).filter(known -> known.is(Role.ADMINISTRATOR)).isEmpty()) {
            throw forbidden("audit-administrator");
        }
    }

    private Optional<Requester> requester(RequestDetails request) {
        return source.isEmpty()
                ? Optional.of(Requester.anybody())
                : source.get().of(request);
    }

    static RuntimeException forbidden(String key) {
        return Problems.forbidden(
                List.of(new Problem(ProblemCode.NOT_ALLOWED, "", Sentence.beside(AuditReaders.class, key))));
    }
}
