package nl.meerwaarde.tests.cql;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupPopulationComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Measures that are no fact-measures: refused, unless an administrator switched the CQL engine on. */
class OtherMeasureIT {
    private static final String MOST_PATIENTS = "meerwaarde.cql.most-patients";
    private static final String MOST_SECONDS = "meerwaarde.cql.most-seconds";
    private static final int YEAR = 2024;

    private final Fhir fhir = CqlServer.fhir();
    private final Fhir later = fhir.with("Prefer", "respond-async");

    @AfterEach
    void allowAgain() {
        System.clearProperty(MOST_PATIENTS);
        System.clearProperty(MOST_SECONDS);
    }

    @Test
    void withoutTheEngineItIsRefused() {
        Fhir off = TestServer.fhir();
        new AdmissionMeasure("off").store(off);

        assertThat(off.get(address("off")))
                .isRefusedWith(new Complaint(ProblemCode.UNSUPPORTED_MEASURE, "Measure", "fact-measure"));
        assertThat(off.with("Prefer", "respond-async").get(address("off")))
                .isRefusedWith(new Complaint(ProblemCode.UNSUPPORTED_MEASURE, "Measure", "fact-measure"));
    }

    @Test
    void itCountsWhatAHandCounts() {
        new AdmissionMeasure("admitted").store(fhir);
        // Its name begins like the other's.
        new AdmissionMeasure("admittedNever").where("Numerator", "false").store(fhir);

        BundleEntryComponent only = only(later.get(address("admitted")));

        MeasureReport report = (MeasureReport) only.getResource();
        assertThat(only.getResponse().getStatus()).isEqualTo("200");
        assertThat(report.getMeasure()).isEqualTo(AdmissionMeasure.url("admitted") + "|1.0.0");
        assertThat(counts(report.getGroupFirstRep().getPopulation())).isEqualTo(byHand(patient -> true));
        report.getGroupFirstRep()
                .getStratifierFirstRep()
                .getStratum()
                .forEach(sex -> assertThat(counts(sex))
                        .as(sex.getValue().getText())
                        .isEqualTo(byHand(patient -> patient.getGender()
                                .toCode()
                                .equals(sex.getValue().getText()))));
        assertThat(report.getGroupFirstRep().getStratifierFirstRep().getStratum())
                .hasSize(2);
        assertThat(fhir.get(only.getResponse().getLocation())
                        .stored(MeasureReport.class)
                        .getMeasure())
                .isEqualTo(report.getMeasure());
    }

    private static Map<String, Integer> counts(List<MeasureReportGroupPopulationComponent> populations) {
        Map<String, Integer> counts = new TreeMap<>();
        populations.forEach(population -> counts.put(code(population.getCode()), population.getCount()));
        return counts;
    }

    private static Map<String, Integer> counts(StratifierGroupComponent stratum) {
        Map<String, Integer> counts = new TreeMap<>();
        stratum.getPopulation().forEach(population -> counts.put(code(population.getCode()), population.getCount()));
        return counts;
    }

    private static String code(CodeableConcept concept) {
        return concept.getCodingFirstRep().getCode();
    }

    private static Map<String, Integer> byHand(Predicate<Patient> some) {
        List<List<Resource>> patients = CqlServer.patients().stream()
                .filter(record -> some.test((Patient) record.get(0)))
                .toList();
        List<List<Resource>> treated =
                patients.stream().filter(OtherMeasureIT::isTreated).toList();
        long admitted = treated.stream().filter(OtherMeasureIT::isAdmitted).count();
        assertThat(admitted).isPositive().isLessThan(treated.size());
        return Map.of(
                "initial-population", patients.size(),
                "denominator", treated.size(),
                "numerator", (int) admitted);
    }

    private static boolean isTreated(List<Resource> record) {
        return record.stream()
                .filter(Procedure.class::isInstance)
                .map(Procedure.class::cast)
                .filter(procedure -> procedure.getStatus() == ProcedureStatus.COMPLETED)
                .anyMatch(procedure -> ((DateTimeType) procedure.getPerformed()).getYear() == YEAR);
    }

    private static boolean isAdmitted(List<Resource> record) {
        return record.stream()
                .filter(Encounter.class::isInstance)
                .anyMatch(encounter ->
                        ((Encounter) encounter).getClass_().getCode().equals("IMP"));
    }

    @Test
    void itGoesTogetherWithFactMeasures() {
        new AdmissionMeasure("beside").store(fhir);

        Bundle answer = answer(accepted(later.get("Measure/$evaluate-measure?measure=" + AdmissionMeasure.url("beside")
                + "&measure=Measure/knee-osteoarthritis-function&periodStart=2024&periodEnd=2024")));

        assertThat(answer.getEntry())
                .extracting(entry -> entry.getResponse().getStatus())
                .containsExactly("200", "200");
    }

    @Test
    void itIsFetchedLaterAndAboutEverybody() {
        new AdmissionMeasure("later").store(fhir);

        assertThat(fhir.get(address("later")))
                .isRefusedWith(new Complaint(ProblemCode.UNSUPPORTED_MEASURE, "Prefer", "respond-async"));
        assertThat(later.get(address("later") + "&reporter=Organization/" + Cohort.hospital(0)))
                .isRefusedWith(new Complaint(ProblemCode.UNSUPPORTED_MEASURE, "reporter", "everybody"));
        assertThat(later.get(address("later") + "&reportType=subject-list"))
                .isRefusedWith(new Complaint(ProblemCode.UNSUPPORTED_MEASURE, "reportType", "everybody"));
    }

    @Test
    void onlyWhoMayHaveRecordsGetsIt() {
        new AdmissionMeasure("recipients").store(fhir);

        for (String recipient : List.of("public", "team", "registry")) {
            assertThat(later.get(address("recipients") + "&recipient=" + recipient))
                    .isRefusedWith(new Complaint(ProblemCode.NOT_FOR_RECIPIENT, "recipient", recipient));
        }
    }

    @Test
    void whatIsMissingIsSaidAtOnce() {
        new AdmissionMeasure("nothing").without().store(fhir);
        new AdmissionMeasure("elsewhere")
                .computedBy("http://example.org/Library/elsewhere")
                .store(fhir);

        assertThat(later.get(address("nothing")))
                .isRefusedWith(new Complaint(ProblemCode.UNSUPPORTED_MEASURE, "Measure.library", "no Library"));
        assertThat(later.get(address("elsewhere")))
                .isRefusedWith(new Complaint(ProblemCode.UNSUPPORTED_MEASURE, "Measure.library", "/elsewhere"));
    }

    @Test
    void moreThanTheMostPatientsAreRefused() {
        new AdmissionMeasure("many").store(fhir);
        System.setProperty(MOST_PATIENTS, String.valueOf(CqlServer.patients().size() - 1));
        assertThat(later.get(address("many")))
                .isRefusedWith(new Complaint(ProblemCode.EVALUATION_LIMIT, "Measure", MOST_PATIENTS));

        System.setProperty(MOST_PATIENTS, String.valueOf(CqlServer.patients().size()));
        assertThat(later.get(address("many"))).hasStatus(202);
    }

    @Test
    void itEndsWhenItsTimeIsOver() {
        new AdmissionMeasure("long").store(fhir);
        System.setProperty(MOST_SECONDS, "0");

        assertThat(refusal(later.get(address("long")))).isEqualTo("evaluation-limit");
    }

    @Test
    void whatTheEngineCannotEvaluateIsSaidWithoutAWordOfTheRecords() {
        new AdmissionMeasure("failing")
                .where("Denominator", "(singleton from [Observation]) is not null")
                .store(fhir);

        assertThat(loggedWhileFailing()).isNotEmpty().noneMatch(OtherMeasureIT::quotesAPatient);
    }

    @Test
    void theEnginesOwnLogLinesWouldQuotePatients() {
        new AdmissionMeasure("failing")
                .where("Denominator", "(singleton from [Observation]) is not null")
                .store(fhir);
        Logger engine = (Logger) LoggerFactory.getLogger("org.opencds.cqf");
        Level before = engine.getLevel();
        engine.setLevel(Level.ERROR);
        try {
            assertThat(loggedWhileFailing()).anyMatch(OtherMeasureIT::quotesAPatient);
        } finally {
            engine.setLevel(before);
        }
    }

    private List<String> loggedWhileFailing() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            assertThat(refusal(later.get(address("failing")))).isEqualTo("cql-failed");
        } finally {
            root.detachAppender(log);
        }
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static boolean quotesAPatient(String line) {
        return CqlServer.patients().stream()
                .anyMatch(record -> line.contains(record.get(0).getIdPart()));
    }

    @Test
    void aLibraryThatCannotBeTranslatedIsSaid() {
        new AdmissionMeasure("broken")
                .where("Denominator", "exists ([Procedure] P where P.nothing)")
                .store(fhir);

        assertThat(refusal(later.get(address("broken")))).isEqualTo("cql-failed");
    }

    @Test
    void aRequestThatIsCancelledLeavesNothing() {
        new AdmissionMeasure("cancelled").store(fhir);
        String status = accepted(later.get(address("cancelled")));

        assertThat(fhir.delete(status)).hasStatus(202);

        assertThat(fhir.get(status)).hasStatus(404);
        assertThat(fhir.count("MeasureReport", Map.of("measure", AdmissionMeasure.url("cancelled"))))
                .isZero();
    }

    private static String address(String measure) {
        return "Measure/" + measure + "/$evaluate-measure?periodStart=" + YEAR + "&periodEnd=" + YEAR;
    }

    private String refusal(Reply reply) {
        BundleEntryComponent only = only(reply);
        assertThat(only.getResponse().getStatus()).isEqualTo("422");
        OperationOutcome outcome = (OperationOutcome) only.getResponse().getOutcome();
        assertThat(outcome.getIssue()).hasSize(1);
        return code(outcome.getIssueFirstRep().getDetails());
    }

    private BundleEntryComponent only(Reply reply) {
        Bundle answer = answer(accepted(reply));
        assertThat(answer.getEntry()).hasSize(1);
        return answer.getEntryFirstRep();
    }

    /** The address of its status, below the base. */
    private String accepted(Reply reply) {
        assertThat(reply).hasStatus(202);
        return reply.http().getHeader("Content-Location").substring(fhir.base().length() + 1);
    }

    private Bundle answer(String status) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> fhir.get(status), reply -> reply.status() != 202)
                .stored(Bundle.class);
    }
}
