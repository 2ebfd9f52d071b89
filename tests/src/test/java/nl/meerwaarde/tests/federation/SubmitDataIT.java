package nl.meerwaarde.tests.federation;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Clients;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Figures;
import nl.meerwaarde.tests.support.KneeRegistry;
import nl.meerwaarde.tests.support.KneeRegistry.Knee;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Whole years are delivered of 2024, halves of 2023: of a period of which one hospital delivered more, others cannot be compared with everybody.
 *
 * <p>One server plays both parts: a hospital of which it holds the records makes reports, and these are delivered as those of other hospitals, of which it holds
 * none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubmitDataIT {
    private static final String SUBMIT = "Measure/$submit-data";
    private static final String FIRST_HALF = "&periodStart=2024-01-01&periodEnd=2024-06-30";

    private final Fhir fhir = TestServer.fhir();
    private final KneeRegistry registry = KneeRegistry.of(fhir);
    private String own = "";

    @BeforeAll
    void records() {
        registry.join(fhir);
        own = KneeRegistry.hospital(fhir, UUID.randomUUID().toString());
        registry.treat(fhir, own, Knee.random(1, 60, 2023, 1, 6));
        registry.treat(fhir, own, Knee.random(2, 40, 2023, 7, 12));
        registry.treat(fhir, own, Knee.random(3, 50, 2024, 1, 6));
        registry.treat(fhir, own, Knee.random(4, 50, 2024, 7, 12));
    }

    /** Another hospital, which delivers what this server's own has. */
    private record Deliverer(String id, String code) {
        static Deliverer create(Fhir fhir) {
            String code = UUID.randomUUID().toString();
            return new Deliverer(KneeRegistry.hospital(fhir, code), code);
        }
    }

    private MeasureReport report(Deliverer deliverer, String from, String to) {
        return registry.delivery(fhir, own, deliverer.code(), from, to);
    }

    private Reply deliver(MeasureReport... reports) {
        Parameters parameters = new Parameters();
        for (MeasureReport report : reports) {
            parameters.addParameter().setName("measureReport").setResource(report);
        }
        return fhir.post(SUBMIT, Fhir.json(parameters));
    }

    private MeasureReport figures(String organization, String from, String to) {
        return registry.report(fhir, from, to, "&reporter=Organization/" + organization)
                .stored(MeasureReport.class);
    }

    private static String whatBecameOf(Reply reply) {
        assertThat(reply).succeeded();
        OperationOutcome outcome = reply.body(OperationOutcome.class);
        assertThat(outcome.getIssue()).hasSize(1);
        assertThat(outcome.getIssueFirstRep().getSeverity()).isEqualTo(IssueSeverity.INFORMATION);
        return outcome.getIssueFirstRep().getDiagnostics();
    }

    @Test
    void whatWasDeliveredIsReportedInEveryStratum() {
        Deliverer other = Deliverer.create(fhir);
        assertThat(whatBecameOf(deliver(report(other, "2024-01-01", "2024-12-31"))))
                .contains("Kept as");

        MeasureReport delivered = figures(other.id(), "2024-01-01", "2024-12-31");
        assertThat(Figures.of(delivered)).isEqualTo(Figures.of(figures(own, "2024-01-01", "2024-12-31")));
        assertThat(new Report(delivered).count("response-chain", "eligible")).isEqualTo(100);
        assertThat(delivered.getEvaluatedResource())
                .singleElement()
                .satisfies(source -> assertThat(fhir.get(source.getReference())).succeeded());
    }

    @Test
    void whatIsDeliveredKeepsToItsProfile() {
        OperationOutcome outcome = fhir.post(
                        "MeasureReport/$validate",
                        Fhir.json(report(Deliverer.create(fhir), "2024-01-01", "2024-12-31")))
                .body(OperationOutcome.class);

        assertThat(outcome.getIssue())
                .filteredOn(issue ->
                        issue.getSeverity() == IssueSeverity.ERROR || issue.getSeverity() == IssueSeverity.FATAL)
                .extracting(issue -> issue.getDiagnostics())
                .isEmpty();
    }

    /** A delivered report says nothing of teams, so one of a team over it would miss patients without saying so. */
    @Test
    void aTeamOfAHospitalThatDeliveredHasNoReport() {
        Deliverer other = Deliverer.create(fhir);
        assertThat(deliver(report(other, "2024-01-01", "2024-12-31"))).succeeded();
        CareTeam team = new CareTeam().addManagingOrganization(new Reference("Organization/" + other.id()));
        team.addExtension(
                Extensions.OWNED_OUTCOMES, new CanonicalType(registry.measure().getUrl()));
        String reporter = "&reporter=CareTeam/" + fhir.post(team).id();

        assertThat(registry.report(fhir, "2024-01-01", "2024-12-31", reporter))
                .isRefusedWith(new Complaint(ProblemCode.UNDIVIDED_DELIVERY, "reporter", "says nothing of its teams"));
    }

    /** The body may be the report itself, and the address may name the Measure. */
    @Test
    void partsOfAYearAddUpToIt() {
        Deliverer other = Deliverer.create(fhir);
        String measure = fhir.search("Measure", Map.of("url", registry.measure().getUrl()))
                .stored(Bundle.class)
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
        assertThat(fhir.post(
                        "Measure/" + measure + "/$submit-data", Fhir.json(report(other, "2023-07-01", "2023-12-31"))))
                .succeeded();
        assertThat(deliver(report(other, "2023-01-01", "2023-06-30"))).succeeded();

        assertThat(Figures.of(figures(other.id(), "2023-01-01", "2023-12-31")))
                .isEqualTo(Figures.of(figures(own, "2023-01-01", "2023-12-31")));
    }

    @Test
    void theSameReportAgainChangesNothing() {
        Deliverer other = Deliverer.create(fhir);
        MeasureReport report = report(other, "2024-01-01", "2024-12-31");
        deliver(report);
        MeasureReport before = figures(other.id(), "2024-01-01", "2024-12-31");

        assertThat(whatBecameOf(deliver(report))).contains("nothing changed");
        assertThat(Figures.of(figures(other.id(), "2024-01-01", "2024-12-31"))).isEqualTo(Figures.of(before));
        assertThat(stored(before).getMeta().getVersionId()).isEqualTo("1");
    }

    private MeasureReport stored(MeasureReport pooled) {
        return fhir.get(pooled.getEvaluatedResourceFirstRep().getReference()).stored(MeasureReport.class);
    }

    /** Sent at once by clients that try again: one of them is first, the others see it. */
    @Test
    void theSameReportFromSeveralAtOnceIsKeptOnce() {
        Deliverer other = Deliverer.create(fhir);
        MeasureReport report = report(other, "2024-01-01", "2024-12-31");

        assertThat(Clients.atOnce(6, client -> deliver(report)))
                .allSatisfy(reply -> assertThat(reply).succeeded());
        MeasureReport pooled = figures(other.id(), "2024-01-01", "2024-12-31");
        assertThat(new Report(pooled).count("response-chain", "eligible")).isEqualTo(100);
        assertThat(stored(pooled).getMeta().getVersionId()).isEqualTo("1");
    }

    @Test
    void aCorrectionReplacesAndAnOlderReportThatComesLateDoesNot() {
        Deliverer other = Deliverer.create(fhir);
        MeasureReport first = asOf(report(other, "2024-01-01", "2024-12-31"), 3);
        // Of other months, told as the year: what a hospital would deliver that had not found all its patients
        // yet.
        MeasureReport few = asOf(report(other, "2023-01-01", "2023-06-30"), 2);
        few.setPeriod(first.getPeriod());
        MeasureReport latest = asOf(report(other, "2024-01-01", "2024-12-31"), 1);

        deliver(first);
        assertThat(whatBecameOf(deliver(few))).contains("instead of an older report");
        assertThat(new Report(figures(other.id(), "2024-01-01", "2024-12-31")).count("response-chain", "eligible"))
                .isEqualTo(60);
        assertThat(whatBecameOf(deliver(latest))).contains("instead of an older report");
        assertThat(whatBecameOf(deliver(few))).contains("A newer report");
        MeasureReport pooled = figures(other.id(), "2024-01-01", "2024-12-31");
        assertThat(new Report(pooled).count("response-chain", "eligible")).isEqualTo(100);
        assertThat(stored(pooled).getMeta().getVersionId()).isEqualTo("3");
    }

    private static MeasureReport asOf(MeasureReport report, int hoursAgo) {
        MeasureReport changed = report.copy();
        changed.getExtensionByUrl(Extensions.DATA_AS_OF)
                .setValue(new InstantType(
                        Date.from(Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(hoursAgo, ChronoUnit.HOURS))));
        return changed;
    }

    @Test
    void otherNumbersOfTheSameMomentAreRefused() {
        Deliverer other = Deliverer.create(fhir);
        MeasureReport year = report(other, "2024-01-01", "2024-12-31");
        MeasureReport few = report(other, "2023-01-01", "2023-06-30");
        few.setPeriod(year.getPeriod());
        few.getExtensionByUrl(Extensions.DATA_AS_OF)
                .setValue(year.getExtensionByUrl(Extensions.DATA_AS_OF).getValue());
        deliver(year);

        assertThat(deliver(few))
                .isRefusedWith(new Complaint(ProblemCode.OVERLAPPING_DELIVERY, "MeasureReport", "later data-as-of"));
    }

    @Test
    void daysAreNotCountedTwice() {
        Deliverer other = Deliverer.create(fhir);
        deliver(report(other, "2023-01-01", "2023-06-30"));

        assertThat(deliver(report(other, "2023-01-01", "2023-12-31")))
                .isRefusedWith(new Complaint(
                        ProblemCode.OVERLAPPING_DELIVERY, "MeasureReport.period", "2023-01-01/2023-06-30"));
        MeasureReport secondHalf = report(other, "2023-07-01", "2023-12-31");
        MeasureReport december = secondHalf.copy();
        december.getPeriod().setStartElement(new DateTimeType("2023-12-01"));
        assertThat(deliver(secondHalf, december))
                .isRefusedWith(new Complaint(
                        ProblemCode.OVERLAPPING_DELIVERY, "measureReport[1].period", "2023-07-01/2023-12-31"));
        assertThat(new Report(figures(other.id(), "2023-01-01", "2023-12-31")).count("response-chain", "eligible"))
                .as("nothing of the refused request was kept")
                .isEqualTo(60);
    }

    @Test
    void aServerDoesNotTakeWhatItKnowsItself() {
        MeasureReport report = registry.report(
                        fhir, "2024-01-01", "2024-12-31", "&recipient=registry&reporter=Organization/" + own)
                .stored(MeasureReport.class);
        assertThat(deliver(report))
                .isRefusedWith(
                        new Complaint(ProblemCode.OVERLAPPING_DELIVERY, "MeasureReport.reporter", "facts of its own"));
    }

    /** Facts may come after sums: then they count, and the sums do not. */
    @Test
    void factsAndSumsOfTheSamePatientsAreNotCountedTwice() {
        Deliverer other = Deliverer.create(fhir);
        deliver(report(other, "2023-01-01", "2023-06-30"), report(other, "2023-07-01", "2023-12-31"));
        registry.treat(fhir, other.id(), Knee.random(3, 7, 2023, 1, 6));

        assertThat(new Report(figures(other.id(), "2023-01-01", "2023-06-30")).count("response-chain", "eligible"))
                .isEqualTo(7);
        assertThat(new Report(figures(other.id(), "2023-01-01", "2023-12-31")).count("response-chain", "eligible"))
                .isEqualTo(7 + 40);
    }

    @Test
    void aPartOfAReportIsNotGuessedNorIsAListOfPatients() {
        Deliverer other = Deliverer.create(fhir);
        deliver(report(other, "2024-01-01", "2024-12-31"));
        String reporter = "&reporter=Organization/" + other.id();

        assertThat(fhir.get("Measure/$evaluate-measure?measure=" + registry.canonical() + FIRST_HALF + reporter))
                .isRefusedWith(
                        new Complaint(ProblemCode.UNDIVIDED_DELIVERY, "periodStart", "2024-01-01 to 2024-12-31"));
        assertThat(registry.report(fhir, "2024", "2024", reporter + "&reportType=subject-list"))
                .isRefusedWith(
                        new Complaint(ProblemCode.UNDIVIDED_DELIVERY, "reportType", "no list of their patients"));
    }

    @Test
    void deletingTheReportWithdrawsItsNumbers() {
        Deliverer other = Deliverer.create(fhir);
        MeasureReport report = report(other, "2024-01-01", "2024-12-31");
        deliver(report);
        String kept = figures(other.id(), "2024-01-01", "2024-12-31")
                .getEvaluatedResourceFirstRep()
                .getReference();
        MeasureReport changed = fhir.get(kept).stored(MeasureReport.class);
        changed.getGroupFirstRep().getPopulationFirstRep().setCount(1);
        assertThat(fhir.put(changed))
                .isRefusedWith(
                        new Complaint(ProblemCode.DELIVERED_REPORT, "MeasureReport.identifier", "newer delivery"));

        assertThat(fhir.delete(kept)).succeeded();
        assertThat(new Report(figures(other.id(), "2024-01-01", "2024-12-31")).count("response-chain", "eligible"))
                .isZero();
        assertThat(whatBecameOf(deliver(report))).contains("Kept as");
        assertThat(new Report(figures(other.id(), "2024-01-01", "2024-12-31")).count("response-chain", "eligible"))
                .isEqualTo(100);
    }

    @Test
    void recordsOfPatientsAreNotTaken() {
        Parameters parameters = new Parameters();
        parameters
                .addParameter()
                .setName("measureReport")
                .setResource(report(Deliverer.create(fhir), "2024-01-01", "2024-12-31"));
        parameters.addParameter().setName("resource").setResource(Patients.unstored());

        assertThat(fhir.post(SUBMIT, Fhir.json(parameters)))
                .isRefusedWith(new Complaint(ProblemCode.RECORDS_NOT_TAKEN, "resource", "no records of patients"));
    }

    @Test
    void figuresOfAnotherModelOrVersionAreKeptOut() {
        MeasureReport otherVersion = report(Deliverer.create(fhir), "2024-01-01", "2024-12-31");
        otherVersion.setMeasure(registry.measure().getUrl() + "|9.9.9");
        assertThat(deliver(otherVersion))
                .isRefusedWith(new Complaint(ProblemCode.UNKNOWN_MEASURE_VERSION, "MeasureReport.measure", "|9.9.9"));

        MeasureReport otherModel = report(Deliverer.create(fhir), "2024-01-01", "2024-12-31");
        otherModel
                .getExtensionByUrl(Extensions.POOLABLE_SUMS)
                .getExtensionByUrl("model")
                .setValue(new StringType(registry.model().getUrl() + "|2"));
        assertThat(deliver(otherModel))
                .isRefusedWith(new Complaint(
                        ProblemCode.OTHER_RULES,
                        "MeasureReport.extension('" + Extensions.POOLABLE_SUMS + "')",
                        "case-mix model " + registry.model().getUrl() + "|2"));

        MeasureReport otherRules = report(Deliverer.create(fhir), "2024-01-01", "2024-12-31");
        otherRules
                .getExtensionByUrl(Extensions.POOLABLE_SUMS)
                .getExtensionByUrl("rules")
                .setValue(new StringType("0"));
        assertThat(deliver(otherRules))
                .isRefusedWith(new Complaint(
                        ProblemCode.OTHER_RULES,
                        "MeasureReport.extension('" + Extensions.POOLABLE_SUMS + "')",
                        "made by other rules"));
    }

    /** Two Measures of one address and version whose content differs have other rules; the same content has the same. */
    @Test
    void rulesAreThoseOfTheMeasure() {
        Measure other = registry.measure().copy();
        other.setUrl(other.getUrl() + "-b");
        other.getGroup().remove(other.getGroup().size() - 2);
        assertThat(fhir.post(other)).isCreated();
        KneeRegistry changed = new KneeRegistry(registry.pathway(), registry.model(), other);
        MeasureReport report =
                changed.delivery(fhir, own, Deliverer.create(fhir).code(), "2024-01-01", "2024-12-31");
        report.setMeasure(registry.canonical());

        assertThat(deliver(report))
                .isRefusedWith(new Complaint(
                        ProblemCode.OTHER_RULES,
                        "MeasureReport.extension('" + Extensions.POOLABLE_SUMS + "')",
                        "made by other rules"));
    }
}
