package nl.meerwaarde.federation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.List;
import java.util.UUID;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.pooling.PoolableReport;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Delivered reports as resources, so that a pooled figure can be traced to what was delivered: one per organisation, Measure version and period, its corrections as
 * versions. Deleting one withdraws its numbers; nobody changes one but by a newer delivery.
 */
@Interceptor
public class DeliveredReports {
    private static final UUID NAMESPACE = Fingerprint.uuid5(
            UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), Canonicals.Identifiers.DELIVERED_REPORT);
    private static final String DELIVERING = DeliveredReports.class.getName();

    private final DaoRegistry daos;
    private final Deliveries deliveries;

    DeliveredReports(DaoRegistry daos, Deliveries deliveries) {
        this.daos = daos;
        this.deliveries = deliveries;
    }

    static String id(PoolableReport report, String organization) {
        return Fingerprint.uuid5(NAMESPACE, key(report, organization)).toString();
    }

    private static String key(PoolableReport report, String organization) {
        return String.join(
                "|",
                report.measure().canonical().toString(),
                organization,
                report.from().toString(),
                report.to().toString());
    }

    /** Stores what was sent, under our id and the organisation's id here. */
    void store(MeasureReport sent, PoolableReport report, String organization) {
        Reference here = new Reference("Organization/" + organization);
        MeasureReport stored = sent.copy();
        stored.setId(id(report, organization));
        stored.setMeta(new Meta().addProfile(Canonicals.Profiles.OUTCOME_REPORT));
        stored.setIdentifier(List.of(new Identifier()
                .setSystem(Canonicals.Identifiers.DELIVERED_REPORT)
                .setValue(key(report, organization))));
        stored.setReporter(here);
        // Of another server; nobody finds them here.
        stored.setEvaluatedResource(null);
        stored.getGroup().stream()
                .flatMap(group -> group.getStratifier().stream())
                .flatMap(stratifier -> stratifier.getStratum().stream())
                .filter(stratum -> stratum.hasExtension(Canonicals.Extensions.STRATUM_ORGANIZATION))
                .forEach(stratum -> relocate(stratum, here, organization));
        SystemRequestDetails delivering = new SystemRequestDetails();
        delivering.getUserData().put(DELIVERING, Boolean.TRUE);
        daos.getResourceDao(MeasureReport.class).update(stored, delivering);
        deliveries.put(stored.getIdElement().getIdPart(), organization, report);
    }

    private static void relocate(StratifierGroupComponent stratum, Reference here, String organization) {
        stratum.removeExtension(Canonicals.Extensions.STRATUM_ORGANIZATION);
        stratum.addExtension(Canonicals.Extensions.STRATUM_ORGANIZATION, here.copy());
        stratum.getValue().setText(organization);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource, @Nullable RequestDetails request) {
        refuseUnlessDelivering(isDelivered(resource), request);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        refuseUnlessDelivering(isDelivered(before) || isDelivered(after), request);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void afterDelete(IBaseResource resource) {
        if (isDelivered(resource)) {
            deliveries.remove(resource.getIdElement().getIdPart());
        }
    }

    private static void refuseUnlessDelivering(boolean delivered, @Nullable RequestDetails request) {
        if (delivered && (request == null || !request.getUserData().containsKey(DELIVERING))) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.DELIVERED_REPORT,
                    "MeasureReport.identifier",
                    Sentence.beside(DeliveredReports.class, "delivered-only")));
        }
    }

    private static boolean isDelivered(IBaseResource resource) {
        return resource instanceof MeasureReport report
                && report.getIdentifier().stream()
                        .anyMatch(identifier -> Canonicals.Identifiers.DELIVERED_REPORT.equals(identifier.getSystem()));
    }
}
