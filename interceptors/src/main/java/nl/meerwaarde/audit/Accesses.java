package nl.meerwaarde.audit;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.meerwaarde.requester.ConcernedPatients;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** The entries of a request that is answered: what it was about, and whom it concerned. */
class Accesses {
    private static final int NOT_MODIFIED = 304;
    private static final int REFUSED = 400;

    /** When the resource is there but was not given or changed; otherwise there is nothing to look up, or the body says whom it is about. */
    private static final Set<Integer> TELLING = Set.of(NOT_MODIFIED, 401, 403, 409, 412);

    private final DaoRegistry daos;
    private final Requests requests;
    private final NamedPatients patients;
    private final Clock clock;

    Accesses(DaoRegistry daos, Requests requests, NamedPatients patients, Clock clock) {
        this.daos = daos;
        this.requests = requests;
        this.patients = patients;
        this.clock = clock;
    }

    /** Whether a request is a batch or a transaction. */
    boolean isTransaction(ServletRequestDetails request) {
        return requests.target(request).interaction() == Interaction.TRANSACTION;
    }

    /**
     * Of a request that succeeds. Writes have been recorded with what they wrote; here are those that changed nothing.
     *
     * @param answer null when the answer has no body
     */
    List<AuditEntry> of(ServletRequestDetails request, @Nullable IBaseResource answer, int status) {
        Target target = requests.target(request);
        if (target.interaction() == Interaction.CAPABILITIES
                || target.interaction().isWrite() && hasWritten(request)) {
            return List.of();
        }
        IBaseResource body = requests.body(request);
        Set<String> concerned = ConcernedPatients.of(request).orElseGet(() -> patients.in(answer));
        concerned.addAll(patients.in(target, request.getParameters()));
        concerned.addAll(patients.in(body));
        return access(request).entries(known(target, answer), concerned, requests.query(request, body), status);
    }

    /** Of a request that is refused or fails, also of each entry of a Bundle: nothing of a transaction has been done then. */
    List<AuditEntry> ofFailure(ServletRequestDetails request, int status) {
        Target target = requests.target(request);
        if (target.interaction() == Interaction.CAPABILITIES) {
            return List.of();
        }
        IBaseResource body = requests.body(request);
        if (target.interaction() == Interaction.TRANSACTION && body instanceof Bundle bundle && bundle.hasEntry()) {
            List<AuditEntry> entries = new ArrayList<>();
            bundle.getEntry().forEach(entry -> entries.addAll(attempt(request, entry, status)));
            return entries;
        }
        Set<String> concerned = patients.in(body);
        concerned.addAll(patients.in(target, request.getParameters()));
        concerned.addAll(ofStored(target, status));
        return access(request).entries(target, concerned, requests.query(request, body), status);
    }

    /** Of the entries of a batch or transaction, one by one. */
    List<AuditEntry> ofBundle(ServletRequestDetails request, Bundle sent, Bundle answers) {
        List<AuditEntry> entries = new ArrayList<>();
        for (int i = 0; i < Math.min(sent.getEntry().size(), answers.getEntry().size()); i++) {
            entries.addAll(
                    ofEntry(request, sent.getEntry().get(i), answers.getEntry().get(i)));
        }
        return entries;
    }

    private List<AuditEntry> ofEntry(
            ServletRequestDetails request, BundleEntryComponent sent, BundleEntryComponent answer) {
        int status = status(answer);
        if (status >= REFUSED || status == NOT_MODIFIED) {
            return attempt(request, sent, status);
        }
        Target target = target(sent);
        if (target.interaction().isWrite() && hasWritten(request, target, answer)) {
            return List.of();
        }
        Set<String> concerned = patients.in(sent.getResource());
        concerned.addAll(patients.in(answer.getResource()));
        concerned.addAll(patients.in(target, url(sent)));
        return access(request).entries(known(target, answer.getResource()), concerned, url(sent), status);
    }

    private List<AuditEntry> attempt(ServletRequestDetails request, BundleEntryComponent sent, int status) {
        Target target = target(sent);
        Set<String> concerned = patients.in(sent.getResource());
        concerned.addAll(patients.in(target, url(sent)));
        concerned.addAll(ofStored(target, status));
        return access(request).entries(target, concerned, url(sent), status);
    }

    private static Target target(BundleEntryComponent sent) {
        String url = url(sent);
        int query = url.indexOf('?');
        String method =
                sent.getRequest().hasMethod() ? sent.getRequest().getMethod().toCode() : "GET";
        String path = query < 0 ? url : url.substring(0, query);
        return Target.of(method, path, query >= 0);
    }

    private static String url(BundleEntryComponent sent) {
        return sent.getRequest().hasUrl() ? sent.getRequest().getUrl() : "";
    }

    private static int status(BundleEntryComponent answer) {
        String status = answer.getResponse().getStatus();
        return status != null && status.matches("[1-5]\\d\\d.*") ? Integer.parseInt(status.substring(0, 3)) : 200;
    }

    private static boolean hasWritten(ServletRequestDetails request) {
        return !AuditTrail.committed(request).isEmpty();
    }

    private static boolean hasWritten(ServletRequestDetails request, Target target, BundleEntryComponent answer) {
        IdType location = new IdType(answer.getResponse().getLocation());
        Set<String> committed = AuditTrail.committed(request);
        return committed.contains(location.getResourceType() + "/" + location.getIdPart())
                || committed.contains(target.type() + "/" + target.id())
                || target.interaction() == Interaction.DELETE && target.id().isEmpty() && !committed.isEmpty();
    }

    /** With the id and version that the answer tells. */
    private static Target known(Target target, @Nullable IBaseResource answer) {
        if (answer == null
                || target.interaction().isSearch()
                || !answer.fhirType().equals(target.type())) {
            return target;
        }
        IIdType id = answer.getIdElement();
        return id.hasIdPart()
                ? target.of(
                        target.interaction(),
                        target.type(),
                        id.getIdPart(),
                        Objects.toString(id.getVersionIdPart(), ""))
                : target;
    }

    /** Whom the stored resource concerns: whoever is refused it tried to see something of somebody. */
    private Set<String> ofStored(Target target, int status) {
        if (target.id().isEmpty() || !TELLING.contains(status) || !daos.isResourceTypeSupported(target.type())) {
            return Set.of();
        }
        try {
            Resource stored = (Resource) daos.getResourceDao(target.type())
                    .read(new IdType(target.type(), target.id()), new SystemRequestDetails());
            return patients.in(stored);
        } catch (RuntimeException e) { // it does not exist, or no more, or cannot be read at the moment
            return Set.of();
        }
    }

    private Access access(ServletRequestDetails request) {
        return Access.of(request, requests, clock);
    }
}
