package nl.meerwaarde.audit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.AuditEvent;
import org.jspecify.annotations.Nullable;

/**
 * Records what a request writes, in the transaction that writes it. What the server writes by itself (scores, tasks) follows from that and is nobody's access: it has no
 * entry.
 */
@Interceptor
public class WriteInterceptor {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final AuditTrail trail;
    private final Requests requests;
    private final NamedPatients patients;
    private final Clock clock;

    WriteInterceptor(AuditTrail trail, Requests requests, NamedPatients patients, Clock clock) {
        this.trail = trail;
        this.requests = requests;
        this.patients = patients;
        this.clock = clock;
    }

    /** A Bundle gets past the address that says so. What a host writes by itself is the host's. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void creating(IBaseResource resource, @Nullable RequestDetails request) {
        refuseAuditEvent(resource, request);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updating(@Nullable IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        refuseAuditEvent(after, request);
    }

    private static void refuseAuditEvent(IBaseResource resource, @Nullable RequestDetails request) {
        if (resource instanceof AuditEvent && request instanceof ServletRequestDetails) {
            throw AuditEventGuard.notAllowed();
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, @Nullable RequestDetails request) {
        record(request, Interaction.CREATE, resource, patients.in(resource));
    }

    /** Of a resource that goes from one patient to another, both are told. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(@Nullable IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        Set<String> concerned = patients.in(after);
        concerned.addAll(patients.in(before));
        record(request, Interaction.UPDATE, after, concerned);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource, @Nullable RequestDetails request) {
        record(request, Interaction.DELETE, resource, patients.in(resource));
    }

    private void record(
            @Nullable RequestDetails request, Interaction interaction, IBaseResource resource, Set<String> concerned) {
        if (request instanceof ServletRequestDetails asked) {
            Target target = target(asked, interaction, resource);
            trail.addWithTransaction(
                    asked,
                    Access.of(asked, requests, clock)
                            .entries(
                                    target,
                                    concerned,
                                    Requests.condition(asked),
                                    interaction == Interaction.CREATE ? CREATED : OK));
        }
    }

    private static Target target(ServletRequestDetails request, Interaction interaction, IBaseResource resource) {
        IIdType id = resource.getIdElement();
        String version = id.hasVersionIdPart() ? id.getVersionIdPart() : "";
        Interaction done = interaction == Interaction.UPDATE && request.getRequestType() == RequestTypeEnum.PATCH
                ? Interaction.PATCH
                : interaction;
        return new Target(done, resource.fhirType(), id.getIdPart(), version, "");
    }
}
