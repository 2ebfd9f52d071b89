package nl.meerwaarde.tests.federation;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.KneeRegistry;
import nl.meerwaarde.tests.support.KneeRegistry.Knee;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report from another server is believed in nothing: each of these is told what is wrong with it, and nothing of it is kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedDeliveryIT {
    private static final String BY_TEAM = Canonicals.BASE + "/Measure/knee-replacement-primary-oxford-by-team|1.0.0";
    private static final String SUMS = ".extension('" + Extensions.POOLABLE_SUMS + "')";

    private final Fhir fhir = TestServer.fhir();
    private final KneeRegistry registry = KneeRegistry.of(fhir);
    private final String code = UUID.randomUUID().toString();
    private String deliverer = "";
    private MeasureReport right = new MeasureReport();

    @BeforeAll
    void report() {
        registry.join(fhir);
        deliverer = KneeRegistry.hospital(fhir, code);
        String own = KneeRegistry.hospital(fhir, UUID.randomUUID().toString());
        registry.treat(fhir, own, Knee.random(4, 30, 2024, 1, 12));
        right = registry.delivery(fhir, own, code, "2024-01-01", "2024-12-31");
    }

    private Reply deliver(MeasureReport report) {
        return fhir.post("Measure/$submit-data", Fhir.json(report));
    }

    private void nothingWasKept() {
        assertThat(fhir.count("MeasureReport", Map.of("reporter", "Organization/" + deliverer)))
                .isZero();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("status", r -> r.setStatus(MeasureReportStatus.PENDING), ".status", "complete"),
                wrong("type", r -> r.setType(MeasureReportType.INDIVIDUAL), ".type", "summary"),
                wrong("subject", r -> r.setSubject(new Reference().setDisplay("x")), ".subject", "single patients"),
                wrong("no start", r -> r.getPeriod().setStartElement(null), ".period.start", "first and a last day"),
                wrong(
                        "a month",
                        r -> r.getPeriod().setEndElement(new DateTimeType("2024-12")),
                        ".period.end",
                        "first and a last day"),
                wrong(
                        "reversed",
                        r -> r.getPeriod().setEndElement(new DateTimeType("2023-12-31")),
                        ".period",
                        "before it starts"),
                wrong(
                        "no as-of",
                        r -> r.getExtension().removeIf(e -> e.getUrl().equals(Extensions.DATA_AS_OF)),
                        ".extension('" + Extensions.DATA_AS_OF + "')",
                        "as of when"),
                wrong(
                        "the future",
                        r -> r.getExtensionByUrl(Extensions.DATA_AS_OF)
                                .setValue(
                                        new InstantType(Date.from(Instant.now().plus(2, ChronoUnit.DAYS)))),
                        ".extension('" + Extensions.DATA_AS_OF + "')",
                        "not come yet"),
                wrong(
                        "no sums",
                        r -> r.getExtension().removeIf(e -> e.getUrl().equals(Extensions.POOLABLE_SUMS)),
                        ".extension",
                        "recipient=registry"),
                wrong("no total", r -> strata(r).remove(total(r)), SUMS, "total is missing"),
                wrong("a stratum is lost", r -> strata(r).remove(strata(r).size() - 1), SUMS, "do not add up"),
                wrong(
                        "a stratum twice",
                        r -> sums(r).addExtension(
                                        strata(r).get(strata(r).size() - 1).copy()),
                        null,
                        "is there twice"),
                wrong("a negative count", r -> set(r, "chain.eligible", "-1"), null, "chain.eligible is not a number"),
                wrong("half a patient", r -> set(r, "chain.eligible", "1.5"), null, "chain.eligible is not a number"),
                wrong("endless digits", r -> set(r, "paired.before", "1E300"), null, "paired.before is not a number"),
                wrong(
                        "a number too large",
                        r -> set(r, "paired.before", "12345678901234567"),
                        null,
                        "paired.before is"),
                wrong("more than live", r -> set(r, "chain.eligible", "10000001"), null, "chain.eligible is not"),
                wrong("by team", r -> r.setMeasure(BY_TEAM), ".measure", "is not delivered"),
                wrong(
                        "year 1",
                        r -> r.getPeriod().setStartElement(new DateTimeType("0001-01-01")),
                        ".period.start",
                        "day"),
                wrong(
                        "a number missing",
                        r -> total(r).getExtension().removeIf(e -> named(e, "paired.before-squares")),
                        null,
                        "paired.before-squares"),
                wrong("an unknown number", r -> name(r, "paired.before-squares", "paired.cubes"), null, "paired.cubes"),
                wrong("more invited than eligible", r -> set(r, "chain.invited", "31"), SUMS, "chain.invited (31)"),
                wrong("squares too small", r -> set(r, "paired.gain-squares", "1"), SUMS, "paired.gain-squares cannot"),
                wrong("another group", r -> r.getGroup().remove(0), ".group", "groups"),
                wrong(
                        "a count that differs",
                        r -> r.getGroupFirstRep().getPopulationFirstRep().setCount(29),
                        ".group[0]",
                        "not what the sums"));
    }

    private static Arguments wrong(
            String name, Consumer<MeasureReport> change, @Nullable String where, String sentence) {
        return Arguments.of(name, change, where, sentence);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void whatIsWrongIsSaidAndWhere(
            String name, Consumer<MeasureReport> change, @Nullable String where, String sentence) {
        MeasureReport wrong = right.copy();
        change.accept(wrong);

        Reply reply = deliver(wrong);

        assertThat(reply).hasStatus(422).leaksNothing();
        assertThat(reply.issues()).as(reply::toString).anySatisfy(issue -> {
            assertThat(issue.getDiagnostics()).contains(sentence);
            assertThat(issue.getExpression().get(0).getValue())
                    .startsWith(where == null ? "MeasureReport" + SUMS : "MeasureReport" + where);
        });
        nothingWasKept();
    }

    @Test
    void aCharacterThatNoTextMayHaveIsRefusedBeforeAnythingIsRead() {
        MeasureReport stratum = right.copy();
        strange(stratum);
        MeasureReport version = right.copy();
        version.setMeasure(version.getMeasure() + "\u0000");

        assertThat(deliver(stratum)).hasStatus(400).leaksNothing();
        assertThat(deliver(version)).hasStatus(400).leaksNothing();
        nothingWasKept();
    }

    @Test
    void everythingIsSaidAtOnce() {
        MeasureReport wrong = right.copy();
        wrong.setStatus(MeasureReportStatus.PENDING);
        wrong.setMeasure(null);
        wrong.setReporter(new Reference("Organization/nobody"));
        wrong.setPeriod(null);

        assertThat(deliver(wrong))
                .isRefusedWith(
                        new Complaint(ProblemCode.NOT_POOLABLE, "MeasureReport.status", "complete"),
                        new Complaint(ProblemCode.UNKNOWN_MEASURE_VERSION, "MeasureReport.measure", "name the version"),
                        new Complaint(
                                ProblemCode.UNKNOWN_ORGANIZATION,
                                "MeasureReport.reporter",
                                "organisation of this node"),
                        new Complaint(ProblemCode.NOT_POOLABLE, "MeasureReport.period.start", "first and a last day"),
                        new Complaint(ProblemCode.NOT_POOLABLE, "MeasureReport.period.end", "first and a last day"));
    }

    /** Sums with holes cannot be added up, so what the public sees is of no use here. */
    @Test
    void aReportForThePublicIsRefused() {
        MeasureReport open =
                registry.report(fhir, "2024", "2024", "&recipient=public").stored(MeasureReport.class);
        open.setReporter(right.getReporter());

        assertThat(deliver(open))
                .isRefusedWith(
                        new Complaint(ProblemCode.NOT_POOLABLE, "MeasureReport.extension", "recipient=registry"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"resourceType\":\"Parameters\"}",
                "{\"resourceType\":\"Patient\"}",
                "[1]",
                "{\"resourceType\":\"MeasureReport\",\"group\":3}"
            })
    void aBodyThatIsNoReportIsRefused(String body) {
        assertThat(fhir.post("Measure/$submit-data", body).status()).isBetween(400, 422);
    }

    private static Extension sums(MeasureReport report) {
        return report.getExtensionByUrl(Extensions.POOLABLE_SUMS);
    }

    private static List<Extension> strata(MeasureReport report) {
        return sums(report).getExtension();
    }

    private static void strange(MeasureReport report) {
        strata(report).get(strata(report).size() - 1).getExtensionByUrl("value").setValue(new StringType("a\u0000b"));
    }

    private static Extension total(MeasureReport report) {
        return strata(report).stream()
                .filter(part -> part.getUrl().equals("stratum"))
                .filter(part -> part.getExtensionByUrl("stratifier") == null)
                .findFirst()
                .orElseThrow();
    }

    private static boolean named(Extension number, String name) {
        return number.getUrl().equals("number")
                && number.getExtensionByUrl("name").getValue().primitiveValue().equals(name);
    }

    private static Extension number(MeasureReport report, String name) {
        return total(report).getExtension().stream()
                .filter(number -> named(number, name))
                .findFirst()
                .orElseThrow();
    }

    private static void set(MeasureReport report, String name, String value) {
        number(report, name).getExtensionByUrl("value").setValue(new DecimalType(value));
    }

    private static void name(MeasureReport report, String name, String other) {
        number(report, name).getExtensionByUrl("name").setValue(new CodeType(other));
    }
}
