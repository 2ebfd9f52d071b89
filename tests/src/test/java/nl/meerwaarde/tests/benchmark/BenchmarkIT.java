package nl.meerwaarde.tests.benchmark;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.disclosure.Hospitals;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Five hospitals of about the same size, and a small one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BenchmarkIT {
    private static final int YEAR = 2009;
    private static final String MEASURE = "Measure/knee-replacement-primary-oxford/$benchmark";
    private static final String CANONICAL = "https://w3id.org/meerwaarde/fhir/Measure/knee-replacement-primary-oxford";
    private static final String ONE_YEAR = "?periodStart=" + YEAR + "&periodEnd=" + YEAR;

    private final Fhir fhir = TestServer.fhir();
    private final Hospitals hospitals = Hospitals.of(fhir, YEAR, "Noord", "Oost", "Zuid", "West", "Midden", "Klein");

    /** Gains of 24, of 12 and of no points. */
    @BeforeAll
    void patients() {
        treated("Noord", 30, 1, 0);
        treated("Oost", 18, 4, 10);
        treated("Zuid", 16, 6, 10);
        treated("West", 15, 6, 10);
        treated("Midden", 0, 34, 0);
        treated("Klein", 6, 6, 0);
    }

    private void treated(String hospital, int gaining24, int gaining12, int unchanged) {
        hospitals
                .treated(hospital, gaining24, "1", "3")
                .treated(hospital, gaining12, "2", "3")
                .treated(hospital, unchanged, "2", "2");
    }

    private Reply benchmark(String more) {
        return fhir.get(MEASURE + ONE_YEAR + more);
    }

    private static <T> List<T> all(Reply reply, Class<T> type) {
        return reply.stored(Bundle.class).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Report report(Reply reply) {
        return new Report(all(reply, MeasureReport.class).get(0));
    }

    private StratifierGroupComponent stratum(Report report, String hospital) {
        return strata(report).stream()
                .filter(stratum ->
                        stratum.getValue().getText().equals(hospitals.ids().get(hospital)))
                .findFirst()
                .orElseThrow();
    }

    private static List<StratifierGroupComponent> strata(Report report) {
        return report.resource().getGroupFirstRep().getStratifierFirstRep().getStratum();
    }

    private static String status(StratifierGroupComponent stratum) {
        return Report.code(stratum, Extensions.CONTROL_LIMIT_STATUS);
    }

    private static double part(Extension extension, String part) {
        return Double.parseDouble(extension.getExtensionByUrl(part).getValue().primitiveValue());
    }

    @Test
    void everyHospitalHasAPlaceAgainstTheLimits() {
        Report report = report(benchmark("&group=mean-gain"));
        double target = report.value("mean-gain").doubleValue();
        double sd = report.deviation("mean-gain").orElseThrow().doubleValue();

        assertThat(status(stratum(report, "Noord"))).isEqualTo("above-99-8");
        assertThat(status(stratum(report, "Oost"))).isEqualTo("within");
        assertThat(status(stratum(report, "Midden"))).isEqualTo("below-95");
        assertThat(status(stratum(report, "Klein"))).isEqualTo("too-few");
        List<Extension> limits = stratum(report, "Oost").getExtensionsByUrl(Extensions.CONTROL_LIMIT);
        assertThat(limits).hasSize(2);
        assertThat(part(limits.get(0), "share")).isEqualTo(0.95);
        assertThat(part(limits.get(0), "low")).isCloseTo(target - 1.96 * sd / Math.sqrt(32), within(1e-6));
        assertThat(part(limits.get(1), "high")).isCloseTo(target + 3.09 * sd / Math.sqrt(32), within(1e-6));
        assertThat(stratum(report, "Klein").hasExtension(Extensions.CONTROL_LIMIT))
                .isFalse();
        assertThat(part(report.group("mean-gain").getExtensionByUrl(Extensions.CONTROL_LIMIT_BASIS), "target"))
                .isCloseTo(target, within(1e-9));
    }

    /** What a comparison shows is what the report shows, so their difference gives nothing away. */
    @ParameterizedTest
    @CsvSource({
        "record-holder, mean-gain",
        "registry, response-chain",
        "public, mean-gain",
        "public, reached-mic",
        "researcher, mean-gain",
        "researcher, improved-any",
        "organization, response-chain"
    })
    void everyNumberIsThatOfTheReportForTheSameRecipient(String recipient, String group) {
        String own = "&recipient=" + recipient + "&recipientOrganization="
                + hospitals.ids().get("Klein");
        Report compared = report(benchmark(own + "&group=" + group));
        Report reported = new Report(hospitals.report(own));
        List<StratifierGroupComponent> expected = reported.stratifier(group, "organization");

        assertThat(compared.resource().getGroup())
                .hasSameSizeAs(reported.resource().getGroup())
                .first()
                .isSameAs(compared.group(group));
        assertThat(compared.group(group)
                        .getMeasureScore()
                        .equalsDeep(reported.group(group).getMeasureScore()))
                .isTrue();
        assertThat(strata(compared)).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            StratifierGroupComponent stratum = strata(compared).get(i);
            assertThat(stratum.getValue().getText())
                    .isEqualTo(expected.get(i).getValue().getText());
            assertThat(stratum.getMeasureScore().equalsDeep(expected.get(i).getMeasureScore()))
                    .isTrue();
            assertThat(stratum.getPopulation()).hasSameSizeAs(expected.get(i).getPopulation());
            for (int j = 0; j < stratum.getPopulation().size(); j++) {
                assertThat(stratum.getPopulation()
                                .get(j)
                                .equalsDeep(expected.get(i).getPopulation().get(j)))
                        .isTrue();
            }
        }
        assertThat(compared.resource()
                        .getExtensionByUrl(Extensions.DISCLOSED_TO)
                        .getValue()
                        .equalsDeep(reported.resource()
                                .getExtensionByUrl(Extensions.DISCLOSED_TO)
                                .getValue()))
                .isTrue();
    }

    @Test
    void theOwnPlaceIsMarked() {
        Reply reply = benchmark("&group=mean-gain&recipient=organization&recipientOrganization=Organization/"
                + hospitals.ids().get("Zuid"));

        assertThat(strata(report(reply)))
                .filteredOn(stratum -> stratum.hasExtension(Extensions.OWN_ORGANIZATION))
                .singleElement()
                .satisfies(stratum -> assertThat(stratum.getValue().getText())
                        .isEqualTo(hospitals.ids().get("Zuid")));
        assertThat(report(reply).resource().getText().getDivAsString()).contains("<b>Zuid (own)</b>");
    }

    @Test
    void othersAppearUnderPseudonymsWhereThePolicySaysSo() {
        underPseudonyms(() -> {
            String own = hospitals.ids().get("Zuid");
            String zuid = "&recipient=organization&recipientOrganization=" + own;
            String oost = "&recipient=organization&recipientOrganization="
                    + hospitals.ids().get("Oost");
            Reply reply = benchmark("&group=mean-gain" + zuid);
            List<String> seenByZuid = names(report(reply));
            List<String> pseudonyms =
                    seenByZuid.stream().filter(name -> !name.equals(own)).toList();

            assertThat(seenByZuid).hasSize(6).isSorted().contains(own);
            assertThat(pseudonyms).hasSize(5).allMatch(name -> name.matches("[0-9A-Z]{4}-[0-9A-Z]{4}"));
            List.of("Noord", "Oost", "West", "Midden", "Klein").forEach(other -> {
                assertThat(reply.text())
                        .doesNotContain("Organization/" + hospitals.ids().get(other));
                assertThat(hospitals.report(zuid).text())
                        .doesNotContain("Organization/" + hospitals.ids().get(other));
            });
            assertThat(names(report(benchmark("&group=improved-any" + zuid)))).isEqualTo(seenByZuid);
            assertThat(new Report(hospitals.report(zuid)).strata("mean-gain", "organization"))
                    .isEqualTo(seenByZuid);
            assertThat(names(report(benchmark("&group=mean-gain" + oost)))).doesNotContainAnyElementsOf(pseudonyms);
            assertThat(names(report(benchmark("&recipient=public"))))
                    .doesNotContainAnyElementsOf(hospitals.ids().values());
            assertThat(svg(fhir.get(MEASURE + ONE_YEAR + zuid + "&group=mean-gain", Map.of("_format", "svg"))))
                    .contains(">Zuid</text>")
                    .containsPattern("Organisation [0-9A-Z]{4}-[0-9A-Z]{4}: ")
                    .doesNotContain("Noord");
        });
    }

    /** Hidden in a release of last week, large enough today: shown now, it would tell what came between. */
    @Test
    void whatWasHiddenBesideAPseudonymStaysHidden() {
        Hospitals five = Hospitals.of(fhir, 2007, "a", "b", "c", "d", "e")
                .treated("a", 14, "1", "3")
                .treated("b", 13, "1", "3")
                .treated("c", 12, "1", "3")
                .treated("d", 16, "1", "3")
                .treated("e", 6, "1", "3");
        underPseudonyms(() -> {
            assertThat(five.publish("organization")).succeeded();
            five.treated("e", 9, "1", "3");
            String asA = "&recipient=organization&recipientOrganization="
                    + five.ids().get("a");
            Report again = new Report(five.report(asA));

            assertThat(again.stratifier("response-chain", "organization"))
                    .hasSize(5)
                    .flatExtracting(StratifierGroupComponent::getPopulation)
                    .filteredOn(population -> population.getCountElement().hasValue())
                    .extracting(population -> population.getCount())
                    .contains(14)
                    .doesNotContain(15);
        });
    }

    /** Everybody under pseudonyms for a while, because figures beside names elsewhere would tell who is who. */
    private void underPseudonyms(Runnable test) {
        CodeSystem before = fhir.get("CodeSystem/disclosure-recipient").stored(CodeSystem.class);
        CodeSystem closed = before.copy();
        closed.setVersion("closed-" + UUID.randomUUID());
        closed.getConcept().stream()
                .filter(concept -> Set.of("organization", "public").contains(concept.getCode()))
                .forEach(
                        concept -> concept.addProperty().setCode("pseudonymous").setValue(new BooleanType(true)));
        assertThat(fhir.put(closed)).succeeded();
        try {
            test.run();
        } finally {
            before.setVersion("open-" + UUID.randomUUID());
            assertThat(fhir.put(before)).succeeded();
        }
    }

    private static List<String> names(Report report) {
        return strata(report).stream()
                .map(stratum -> stratum.getValue().getText())
                .toList();
    }

    private static String svg(Reply reply) {
        assertThat(reply).hasStatus(200);
        assertThat(reply.http().contentType()).startsWith("image/svg+xml");
        return new String(reply.http().asByteArray(), StandardCharsets.UTF_8);
    }

    /** Whoever does not see the picture reads the same numbers in the table. */
    @ParameterizedTest
    @ValueSource(strings = {"mean-gain", "improved-any"})
    void thePictureSaysWhatTheTableSays(String group) throws Exception {
        String svg = svg(fhir.get(MEASURE + ONE_YEAR + "&group=" + group, Map.of("_format", "image/svg+xml")));
        String table = report(benchmark("&group=" + group)).resource().getText().getDivAsString();
        NodeList drawn = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getElementsByTagName("g");
        List<String> said = IntStream.range(0, drawn.getLength())
                .mapToObj(i -> (Element) drawn.item(i))
                .filter(element -> element.getAttribute("role").equals("listitem"))
                .map(element -> element.getAttribute("aria-label"))
                .toList();

        assertThat(said).hasSize(5);
        for (String sentence : said) {
            String name = sentence.substring(0, sentence.indexOf(':'));
            String number = sentence.substring(sentence.indexOf(':') + 2, sentence.indexOf(" with "));
            String patients = sentence.substring(sentence.indexOf(" with ") + 6, sentence.indexOf(" patients"));
            assertThat(table).contains("<td>" + name + "</td><td>" + patients + "</td><td>" + number + "</td>");
        }
        assertThat(table).contains("<td>Klein</td><td>12</td>").contains("fewer than 30 patients");
    }

    @Test
    void whoAcceptsPicturesGetsOneAndWhoDoesNotGetsItAsADocument() {
        String picture = svg(fhir.with("Accept", "image/svg+xml").get(MEASURE + ONE_YEAR + "&group=mean-gain"));
        Reply reply = benchmark("&group=mean-gain");
        DocumentReference document = all(reply, DocumentReference.class).get(0);

        assertThat(picture).startsWith("<svg").contains("Noord", "Midden");
        assertThat(new String(document.getContentFirstRep().getAttachment().getData(), StandardCharsets.UTF_8))
                .isEqualTo(picture);
        assertThat(document.getContext().getRelatedFirstRep().getReference())
                .isEqualTo(reply.stored(Bundle.class).getEntryFirstRep().getFullUrl());
    }

    @Test
    void inTheReadersLanguage() {
        Reply reply = fhir.with("Accept-Language", "nl").get(MEASURE + ONE_YEAR + "&group=mean-gain");

        assertThat(reply).hasHeaderAmong("Content-Language", "nl");
        assertThat(report(reply).resource().getText().getDivAsString())
                .contains("Gemiddelde winst", "boven de 99,8%-grenzen", "minder dan 30 patiënten");
    }

    @Test
    void severalYearsAreATimeLine() {
        Reply reply = fhir.get(
                MEASURE + "?periodStart=" + (YEAR - 1) + "&periodEnd=" + YEAR + "&timeLine=year&group=mean-gain");

        assertThat(all(reply, MeasureReport.class))
                .extracting(report -> report.getPeriod().getStartElement().getValueAsString())
                .containsExactly((YEAR - 1) + "-01-01", YEAR + "-01-01");
        assertThat(all(reply, DocumentReference.class)).hasSize(2);
        assertThat(svg(fhir.get(
                        MEASURE + "?periodStart=" + (YEAR - 1) + "&periodEnd=" + YEAR
                                + "&timeLine=year&group=mean-gain",
                        Map.of("_format", "svg"))))
                .contains("Noord: " + (YEAR - 1) + " not told; " + YEAR + " ");
    }

    @Test
    void sharesHaveExactLimitsUnlessNormalOnesAreAskedFor() {
        assertThat(isExact("&group=improved-any")).isTrue();
        assertThat(isExact("&group=improved-any&limits=normal")).isFalse();
        assertThat(isExact("&group=improved-any&overDispersion=additive")).isFalse();
        assertThat(isExact("&group=mean-gain")).isFalse();
        assertThat(part(basis("&group=mean-gain&overDispersion=multiplicative"), "dispersion"))
                .isGreaterThan(1);
        assertThat(part(basis("&group=mean-gain&overDispersion=additive"), "variance-between"))
                .isPositive();
    }

    private boolean isExact(String more) {
        return Boolean.parseBoolean(
                basis(more).getExtensionByUrl("exact").getValue().primitiveValue());
    }

    private Extension basis(String more) {
        return report(benchmark(more)).resource().getGroupFirstRep().getExtensionByUrl(Extensions.CONTROL_LIMIT_BASIS);
    }

    @Test
    void aMeasureIsNamedByItsAddressAndParametersMayBePosted() {
        Parameters parameters = new Parameters();
        parameters.addParameter("measure", new StringType(CANONICAL));
        parameters.addParameter("periodStart", new DateType(YEAR + "-01-01"));
        parameters.addParameter("periodEnd", new DateType(YEAR + "-12-31"));
        parameters.addParameter("group", new StringType("mean-gain"));
        Report posted = report(fhir.post("Measure/$benchmark", Fhir.json(parameters)));

        assertThat(posted.value("mean-gain"))
                .isEqualByComparingTo(report(benchmark("&group=mean-gain")).value("mean-gain"));
        assertThat(posted.value("mean-gain")).isGreaterThan(BigDecimal.TEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&recipient=public", "&recipient=researcher"})
    void theReportIsValid(String recipient) {
        Report report = report(benchmark("&group=mean-gain" + recipient));
        OperationOutcome outcome = fhir.post("MeasureReport/$validate", Fhir.json(report.resource()))
                .body(OperationOutcome.class);

        assertThat(outcome.getIssue().stream()
                        .filter(issue ->
                                Set.of(IssueSeverity.ERROR, IssueSeverity.FATAL).contains(issue.getSeverity()))
                        .map(issue -> issue.getDiagnostics()))
                .isEmpty();
    }

    @Test
    void everyWrongParameterIsNamed() {
        assertThat(fhir.get("Measure/$benchmark?periodStart=2009-01&limits=wide&colour=red"))
                .isRefusedWith(
                        400,
                        List.of(
                                new Complaint(ProblemCode.INVALID_PARAMETER, "measure", "is needed here"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "periodEnd", "is needed"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "limits", "exact or normal"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "colour", "is not a parameter")));
        assertThat(benchmark("&group=mean-loss"))
                .isRefusedWith(
                        400,
                        List.of(new Complaint(
                                ProblemCode.INVALID_PARAMETER, "group", "response-chain, mean-before, mean-after")));
        assertThat(benchmark("&group=mean-gain&limits=exact"))
                .isRefusedWith(
                        400, List.of(new Complaint(ProblemCode.INVALID_PARAMETER, "limits", "mean-gain is a mean")));
    }

    @Test
    void whatIsNotForARecipientIsRefused() {
        assertThat(fhir.get(MEASURE + "?periodStart=2009-01&periodEnd=2009-03&timeLine=month&recipient=public"))
                .isRefusedWith(
                        new Complaint(ProblemCode.NOT_FOR_RECIPIENT, "periodStart", "year (2025-01-01/2025-12-31)"));
        assertThat(benchmark("&recipient=neighbour"))
                .isRefusedWith(
                        400, List.of(new Complaint(ProblemCode.UNKNOWN_RECIPIENT, "recipient", "record-holder")));
        assertThat(fhir.get("Measure/nothing/$benchmark" + ONE_YEAR)).hasStatus(404);
    }
}
