package nl.meerwaarde.report;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.Optional;
import java.util.UUID;
import nl.meerwaarde.disclosure.PeriodGrid;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.disclosure.RecipientPolicies;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.report.MeasureReports.ReportType;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.jspecify.annotations.Nullable;

/**
 * Stores reports for good: one per Measure version, period, reporter, type and recipient, under an id computed from them. Publishing the same again gives the
 * stored one, and nobody changes or deletes it.
 */
@Interceptor
public class PublishedReports {
    private static final UUID NAMESPACE = Fingerprint.uuid5(
            UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), Canonicals.Identifiers.PUBLISHED_REPORT);
    private static final String PUBLISHING = PublishedReports.class.getName();

    private final DaoRegistry daos;

    PublishedReports(DaoRegistry daos) {
        this.daos = daos;
    }

    /** What tells a published report from every other: Measure version, period, type, reporter, subject and for whom it is. */
    static String key(FactMeasure measure, EvaluateMeasureRequest request, Recipient recipient) {
        String key = String.join(
                "|",
                measure.canonical().toString(),
                request.from().toString(),
                request.to().toString(),
                request.type().fhirType().toCode(),
                String.valueOf(request.reporter()),
                reference("Patient", request.patient()));
        return recipient.policy().code().equals(RecipientPolicies.RECORD_HOLDER)
                ? key
                : key + "|" + recipient.policy().code()
                        + (recipient.organization() == null ? "" : "|" + recipient.organization());
    }

    /** The key of a report about everybody for a recipient of no organisation. */
    static String key(FactMeasure measure, PeriodGrid.Period period, String recipient) {
        return String.join(
                "|",
                measure.canonical().toString(),
                period.from().toString(),
                period.to().toString(),
                ReportType.POPULATION.fhirType().toCode(),
                reference("Organization", null),
                reference("Patient", null),
                recipient);
    }

    private static String reference(String type, @Nullable String id) {
        return id == null ? "null" : type + "/" + id;
    }

    /** The report that was published under a key. */
    Optional<MeasureReport> find(String key) {
        // Searched for, because reading what is not there spoils a transaction.
        SearchParameterMap byId = SearchParameterMap.newSynchronous("_id", new TokenParam(id(key).getIdPart()));
        return daos
                .getResourceDao(MeasureReport.class)
                .search(byId, new SystemRequestDetails())
                .getAllResources()
                .stream()
                .map(MeasureReport.class::cast)
                .filter(PublishedReports::isPublished)
                .findFirst();
    }

    private static IdType id(String key) {
        return new IdType("MeasureReport", Fingerprint.uuid5(NAMESPACE, key).toString());
    }

    MeasureReport publish(MeasureReport report, String key) {
        return find(key).orElseGet(() -> store(report, key));
    }

    private MeasureReport store(MeasureReport report, String key) {
        SystemRequestDetails publishing = new SystemRequestDetails();
        publishing.getUserData().put(PUBLISHING, Boolean.TRUE);
        report.setId(id(key).getIdPart());
        report.addIdentifier()
                .setSystem(Canonicals.Identifiers.PUBLISHED_REPORT)
                .setValue(key);
        return (MeasureReport) daos.getResourceDao(MeasureReport.class)
                .update(report, publishing)
                .getResource();
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource, @Nullable RequestDetails request) {
        boolean publishing = request != null && request.getUserData().containsKey(PUBLISHING);
        if (isPublished(resource) && !publishing) {
            throw refused("Only the operation $evaluate-measure with publish=true makes a published report.");
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(IBaseResource before, IBaseResource after) {
        if (isPublished(before) || isPublished(after)) {
            throw refused("A published report does not change; publish another period or Measure version instead.");
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void beforeDelete(IBaseResource resource) {
        if (isPublished(resource) && !((MeasureReport) resource).hasSubject()) {
            throw refused("A published report is not deleted, unless it is about one patient.");
        }
    }

    private static boolean isPublished(IBaseResource resource) {
        return resource instanceof MeasureReport report
                && report.getIdentifier().stream()
                        .anyMatch(identifier -> Canonicals.Identifiers.PUBLISHED_REPORT.equals(identifier.getSystem()));
    }

    private static RuntimeException refused(String sentence) {
        return Problems.unprocessable(new Problem(ProblemCode.PUBLISHED_REPORT, "MeasureReport.identifier", sentence));
    }
}
