package nl.meerwaarde.caregap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.ExternalCodeSystems;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * What one patient owes, as a FHIR document: a section per Measure, with a report of how many of its measurements are there and an issue for each gap that was
 * asked for.
 *
 * @param patient id of the Patient
 * @param due every measurement of the period, also those that are there
 * @param now when it is made
 * @param title what people call a Measure
 * @see <a href="https://hl7.org/fhir/uv/deqm/">Data Exchange for Quality Measures</a>, gaps in care reporting
 */
record GapDocument(
        String patient,
        Map<FactMeasure, List<DueMeasurement>> due,
        CareGapsRequest request,
        Instant now,
        Function<FactMeasure, String> title) {
    private static final String GAP_STATUS = "http://hl7.org/fhir/uv/deqm/StructureDefinition/deqm-gapStatus";
    private static final String GAP_STATUSES = "http://hl7.org/fhir/uv/deqm/CodeSystem/deqm-gaps-status";
    private static final String GAPS_IN_CARE_REPORT = "96315-7";

    /** Whether the patient has any gap that was asked for. */
    boolean hasGaps() {
        return due.values().stream().flatMap(List::stream).anyMatch(this::isAskedFor);
    }

    private boolean isAskedFor(DueMeasurement measurement) {
        return request.statuses().contains(measurement.status());
    }

    Bundle bundle() {
        List<Resource> others = new ArrayList<>();
        Composition composition = composition();
        due.forEach((measure, measurements) -> {
            if (measurements.stream().anyMatch(this::isAskedFor)) {
                composition.addSection(section(measure, measurements, others));
            }
        });
        Bundle bundle = new Bundle().setType(BundleType.DOCUMENT).setTimestamp(Date.from(now));
        bundle.getIdentifier().setSystem("urn:ietf:rfc:3986").setValue(address());
        bundle.addEntry().setFullUrl(address()).setResource(composition);
        others.forEach(other ->
                bundle.addEntry().setFullUrl(other.getIdElement().getValue()).setResource(other));
        others.forEach(other -> other.setId((String) null));
        return bundle;
    }

    private static String address() {
        return "urn:uuid:" + UUID.randomUUID();
    }

    private Composition composition() {
        Composition composition = new Composition();
        composition.setStatus(CompositionStatus.FINAL);
        composition.setType(
                new CodeableConcept(new Coding(ExternalCodeSystems.LOINC, GAPS_IN_CARE_REPORT, "Gaps in care report")));
        composition.setSubject(subject());
        composition.setDate(Date.from(now));
        composition.addAuthor(
                request.organization() == null
                        ? new Reference().setDisplay("Meerwaarde")
                        : new Reference("Organization/" + request.organization()));
        composition.setTitle("Gaps in care report");
        return composition;
    }

    private Reference subject() {
        return new Reference("Patient/" + patient);
    }

    private SectionComponent section(FactMeasure measure, List<DueMeasurement> measurements, List<Resource> others) {
        MeasureReport report = report(measure, measurements);
        others.add(report);
        SectionComponent section = new SectionComponent();
        section.setTitle(title.apply(measure));
        section.setFocus(new Reference(report.getIdElement().getValue()));
        measurements.stream().filter(this::isAskedFor).forEach(measurement -> {
            DetectedIssue issue = issue(measurement, report);
            others.add(issue);
            section.addEntry(new Reference(issue.getIdElement().getValue()));
        });
        return section;
    }

    private MeasureReport report(FactMeasure measure, List<DueMeasurement> measurements) {
        MeasureReport report = new MeasureReport();
        report.setId(address());
        report.setStatus(MeasureReportStatus.COMPLETE).setType(MeasureReportType.INDIVIDUAL);
        report.setMeasure(measure.canonical().toString());
        report.setSubject(subject());
        report.setDate(Date.from(now));
        report.setPeriod(new Period().setStartElement(day(request.from())).setEndElement(day(request.to())));
        MeasureReportGroupComponent group = report.addGroup();
        group.setCode(concept(CodeSystems.STATISTIC, "response-chain"));
        count(group, "eligible", measurements.size());
        count(
                group,
                "invited",
                measurements.stream().filter(DueMeasurement::invited).count());
        count(
                group,
                "returned",
                measurements.stream()
                        .filter(measurement -> measurement.status() == GapStatus.CLOSED_GAP)
                        .count());
        return report;
    }

    private static void count(MeasureReportGroupComponent group, String population, long count) {
        group.addPopulation()
                .setCode(concept(CodeSystems.RESPONSE_CHAIN, population))
                .setCount(Math.toIntExact(count));
    }

    private DetectedIssue issue(DueMeasurement measurement, MeasureReport report) {
        DetectedIssue issue = new DetectedIssue();
        issue.setId(address());
        issue.addModifierExtension(new Extension(
                GAP_STATUS, concept(GAP_STATUSES, measurement.status().code())));
        issue.addExtension(
                Extensions.MEASUREMENT_MOMENT,
                new Coding().setSystem(CodeSystems.MEASUREMENT_MOMENT).setCode(measurement.moment()));
        issue.setStatus(DetectedIssueStatus.FINAL);
        issue.setCode(concept(ExternalCodeSystems.ACT_CODE, "CAREGAP"));
        issue.setPatient(subject());
        issue.setIdentified(
                new Period().setStartElement(day(measurement.opens())).setEndElement(day(measurement.closes())));
        issue.addImplicated(new Reference("CarePlan/" + measurement.episode()));
        issue.addEvidence().addDetail(new Reference(report.getIdElement().getValue()));
        issue.setDetail(measurement.invited() ? "The patient was asked." : "The patient was not asked.");
        return issue;
    }

    private static DateTimeType day(LocalDate day) {
        return new DateTimeType(day.toString());
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding().setSystem(system).setCode(code));
    }
}
