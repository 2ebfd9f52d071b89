package nl.meerwaarde.federation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.model.api.StorageResponseCodeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.alert.SafetyAlerts;
import nl.meerwaarde.federation.SubmitDataRequest.Sent;
import nl.meerwaarde.federation.SubmitDataRequest.SentRecord;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.pooling.PoolableReports;
import nl.meerwaarde.record.RecordReading;
import nl.meerwaarde.score.ScoreObservations;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * What becomes of records of patients that arrive: they are stored in one transaction, by the rules that hold for whatever is posted, or not at all. Scores are not taken but
 * computed anew. Nobody is alarmed by answers that were given to another server.
 */
class RecordReception {
    /** Where an organisation decides to whom an outcome belongs. */
    private static final Set<String> OF_AN_ORGANIZATION = Set.of("CarePlan", "Procedure", "Encounter");

    private final FhirContext fhirContext;
    private final PoolableReports measures;
    private final Reporters reporters;
    private final DaoRegistry daos;
    private final boolean taken;

    /** @param taken whether this server takes records at all; a node that only pools sums does not */
    RecordReception(
            FhirContext fhirContext, PoolableReports measures, Reporters reporters, DaoRegistry daos, boolean taken) {
        this.fhirContext = fhirContext;
        this.measures = measures;
        this.reporters = reporters;
        this.daos = daos;
        this.taken = taken;
    }

    /**
     * Takes records in.
     *
     * @param request who sends them
     * @return what became of them
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 422 with everything that is wrong with any of them
     */
    List<Problem> receive(Sent sent, List<SentRecord> records, RequestDetails request) {
        if (!taken) {
            throw Problems.unprocessable(problem(ProblemCode.RECORDS_NOT_TAKEN, "resource", "records-not-taken"));
        }
        List<Problem> problems = new ArrayList<>(problems(sent));
        Optional<String> organization = reporters.find(sent.report().getReporter());
        if (organization.isEmpty()) {
            problems.add(problem(ProblemCode.UNKNOWN_ORGANIZATION, sent.path() + ".reporter", "unknown-organization"));
        }
        problems.addAll(problems(records, sent.report().getReporter()));
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
        return store(sent.report(), records, organization.orElseThrow(), request);
    }

    private List<Problem> problems(Sent sent) {
        List<Problem> problems = new ArrayList<>();
        MeasureReport report = sent.report();
        if (report.getStatus() != MeasureReportStatus.COMPLETE) {
            problems.add(problem(ProblemCode.RECORDS_NOT_TAKEN, sent.path() + ".status", "not-complete"));
        }
        if (!report.hasMeasure()
                || measures.measure(CanonicalReference.parse(report.getMeasure()))
                        .isEmpty()) {
            problems.add(problem(
                    ProblemCode.UNKNOWN_MEASURE_VERSION,
                    sent.path() + ".measure",
                    "unknown-measure",
                    report.getMeasure()));
        }
        return problems;
    }

    private List<Problem> problems(List<SentRecord> records, Reference reporter) {
        List<Problem> problems = new ArrayList<>();
        if (records.isEmpty()) {
            problems.add(problem(ProblemCode.RECORDS_NOT_TAKEN, "resource", "no-records"));
        }
        Set<String> addresses = new HashSet<>();
        Set<String> patients = new HashSet<>();
        records.stream()
                .map(SentRecord::resource)
                .filter(resource -> resource.fhirType().equals("Patient"))
                .forEach(patient ->
                        patients.add(String.valueOf(patient.getIdElement().getIdPart())));
        for (SentRecord record : records) {
            Resource resource = record.resource();
            if (!RecordReading.TYPES.contains(resource.fhirType())) {
                problems.add(problem(
                        ProblemCode.RECORDS_NOT_TAKEN, record.path(), "no-part-of-record", resource.fhirType()));
                continue;
            }
            if (!resource.getIdElement().isIdPartValid()) {
                problems.add(problem(ProblemCode.INVALID_RESOURCE, record.path() + ".id", "no-id"));
            } else if (!addresses.add(Relocation.address(resource))) {
                problems.add(problem(ProblemCode.INVALID_RESOURCE, record.path() + ".id", "twice"));
            }
            if (RecordReading.patient(resource).filter(patients::contains).isEmpty()) {
                problems.add(problem(ProblemCode.RECORDS_NOT_TAKEN, record.path(), "no-patient"));
            }
            problems.addAll(organizationProblems(record, reporter));
        }
        return problems;
    }

    private List<Problem> organizationProblems(SentRecord record, Reference reporter) {
        return OF_AN_ORGANIZATION.contains(record.resource().fhirType())
                ? fhirContext
                        .newTerser()
                        .getAllPopulatedChildElementsOfType(record.resource(), Reference.class)
                        .stream()
                        .filter(reference -> "Organization"
                                .equals(reference.getReferenceElement().getResourceType()))
                        .filter(reference -> organization(reference, reporter).isEmpty())
                        .map(reference ->
                                problem(ProblemCode.UNKNOWN_ORGANIZATION, record.path(), "organization-of-record"))
                        .toList()
                : List.of();
    }

    /** An id is the other server's own, so it tells of nobody but the organisation that reports. */
    private Optional<String> organization(Reference reference, Reference reporter) {
        if (reference.getIdentifier().hasSystem() && reference.getIdentifier().hasValue()) {
            return reporters.find(reference);
        }
        return reporter.hasReference() && reporter.getReference().equals(reference.getReference())
                ? reporters.find(reporter)
                : Optional.empty();
    }

    private List<Problem> store(
            MeasureReport report, List<SentRecord> records, String organization, RequestDetails request) {
        Relocation relocation =
                new Relocation(fhirContext, organization, reference -> organization(reference, report.getReporter()));
        List<Resource> stored = new ArrayList<>(relocation.relocated(records.stream()
                .map(SentRecord::resource)
                .filter(resource ->
                        !(resource instanceof Observation observation && ScoreObservations.isDerived(observation)))
                .toList()));
        stored.add(report(report, organization, relocation));
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        stored.forEach(resource -> transaction
                .addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(Relocation.address(resource)));
        String kept = Relocation.address(stored.get(stored.size() - 1));
        Bundle answer = (Bundle)
                Objects.requireNonNull(daos.getSystemDao().transaction(SafetyAlerts.silent(request), transaction));
        long unchanged = answer.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResponse)
                .filter(RecordReception::isUnchanged)
                .count();
        return List.of(problem(
                ProblemCode.REPORT_DELIVERED,
                "",
                unchanged == stored.size() ? "records-unchanged" : "records-kept",
                kept,
                stored.size() - unchanged,
                unchanged));
    }

    private static boolean isUnchanged(BundleEntryResponseComponent response) {
        return response.getOutcome() instanceof OperationOutcome outcome
                && outcome.getIssue().stream()
                        .flatMap(issue -> issue.getDetails().getCoding().stream())
                        .anyMatch(coding -> StorageResponseCodeEnum.SUCCESSFUL_UPDATE_NO_CHANGE
                                .getCode()
                                .equals(coding.getCode()));
    }

    /** One per Measure, period and subject; what is collected again later is its next version. */
    private static MeasureReport report(MeasureReport sent, String organization, Relocation relocation) {
        MeasureReport report = relocation.relocated(sent);
        report.setReporter(new Reference("Organization/" + organization));
        report.setId(relocation.id(String.join(
                "|",
                sent.getMeasure(),
                sent.getPeriod().getStartElement().getValueAsString(),
                sent.getPeriod().getEndElement().getValueAsString(),
                sent.getSubject().getReference())));
        return report;
    }

    private static Problem problem(ProblemCode code, String path, String key, Object... arguments) {
        return new Problem(code, path, Sentence.beside(RecordReception.class, key, arguments));
    }
}
