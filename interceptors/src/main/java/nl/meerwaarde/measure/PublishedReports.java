package nl.meerwaarde.measure;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.UUID;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.jspecify.annotations.Nullable;

/**
 * Stores reports for good: one per Measure version, period, reporter and type, under an id computed from them. Publishing the same again gives the
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

    MeasureReport publish(MeasureReport report) {
        String key = String.join(
                "|",
                report.getMeasure(),
                report.getPeriod().getStartElement().getValueAsString(),
                report.getPeriod().getEndElement().getValueAsString(),
                report.getType().toCode(),
                String.valueOf(report.getReporter().getReference()),
                String.valueOf(report.getSubject().getReference()));
        String id = Fingerprint.uuid5(NAMESPACE, key).toString();
        SystemRequestDetails publishing = new SystemRequestDetails();
        publishing.getUserData().put(PUBLISHING, Boolean.TRUE);
        var reports = daos.getResourceDao(MeasureReport.class);
        try {
            return reports.read(new IdType("MeasureReport", id), publishing);
        } catch (ResourceNotFoundException e) {
            report.setId(id);
            report.addIdentifier()
                    .setSystem(Canonicals.Identifiers.PUBLISHED_REPORT)
                    .setValue(key);
            return (MeasureReport) reports.update(report, publishing).getResource();
        }
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
        if (isPublished(resource)) {
            throw refused("A published report is not deleted.");
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
