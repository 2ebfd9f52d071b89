package nl.meerwaarde.tests.realdata;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.realdata.NhsOutcome.Joint;
import nl.meerwaarde.tests.realdata.NhsOutcome.Score;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A few providers with all their records, imported the way a hospital would, give the figures that NHS England published of them. Their adjusted figures
 * refer to England, as published; only England's mean of what was not expected is not, and comes from the record-level file.
 */
@TestInstance(Lifecycle.PER_CLASS)
class NhsSliceIT {
    private static final int CLEAN = 0;
    private static final int FEWEST_ADJUSTED = 30;

    @TempDir
    private static Path folder;

    private final Fhir fhir = TestServer.fhir();
    private NhsFiles files;
    private PublishedTables tables;
    private final Map<Joint, List<String>> providers = new EnumMap<>(Joint.class);

    @BeforeAll
    void importSlices() throws IOException {
        files = NhsFiles.orSkip();
        tables = new PublishedTables(files);
        for (Joint joint : Joint.values()) {
            providers.put(joint, chosen(joint));
            assertThat(run(joint, "--check")).isEqualTo(CLEAN);
            assertThat(run(joint)).isEqualTo(CLEAN);
        }
    }

    static Stream<NhsOutcome> outcomes() {
        return NhsOutcome.all().stream();
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void theFiguresAreThePublishedOnes(NhsOutcome outcome) {
        Map<String, PublishedTables.Row> published = tables.providers(outcome);
        Report ours = report(outcome);
        Agreement agreement = new Agreement();
        providers.get(outcome.joint()).stream()
                .filter(published::containsKey)
                .forEach(provider -> agreement.compare(provider, ours, published.get(provider)));

        assertThat(agreement.differences()).isEmpty();
        assertThat(agreement.otherNumber()).isZero();
        if (!outcome.revision()) {
            assertThat(agreement.sameNumber()).isEqualTo(2);
        }
    }

    @Test
    void importingAgainWritesNothing() throws IOException {
        long versions = storedVersions();

        assertThat(run(Joint.KNEE, "--from-row=1")).isEqualTo(CLEAN);

        assertThat(storedVersions()).isEqualTo(versions);
    }

    private static long storedVersions() {
        return TestServer.jdbc().queryForObject("select count(*) from hfj_res_ver", Long.class);
    }

    private int run(Joint joint, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--mapping=" + joint.mapping(), "--file=" + slice(joint)));
        arguments.addAll(List.of(more));
        return TestServer.importCsv(arguments);
    }

    /** The file with only the rows of our providers. */
    private Path slice(Joint joint) throws IOException {
        Path slice = folder.resolve(joint.file().replace(".gz", ""));
        if (!Files.exists(slice)) {
            List<String> all = files.lines(joint.file());
            List<String> lines = new ArrayList<>(all.subList(0, 1));
            all.stream()
                    .filter(line -> providers.get(joint).stream().anyMatch(provider -> line.startsWith(provider + ",")))
                    .forEach(lines::add);
            Files.write(slice, lines);
        }
        return slice;
    }

    /** The smallest provider within the limits and the smallest outside them, of those with enough records of every score. */
    private List<String> chosen(Joint joint) {
        NhsOutcome oxford = new NhsOutcome(joint, false, Score.OXFORD);
        List<Map.Entry<String, PublishedTables.Row>> bySize = tables.providers(oxford).entrySet().stream()
                .filter(entry -> hasEnough(entry.getKey(), joint))
                .sorted(Comparator.comparing(entry -> entry.getValue().n()))
                .toList();
        return Stream.of("within", "below-95")
                .map(status -> bySize.stream()
                        .filter(entry -> entry.getValue().status().orElseThrow().equals(status))
                        .findFirst()
                        .orElseThrow()
                        .getKey())
                .toList();
    }

    private boolean hasEnough(String provider, Joint joint) {
        return Stream.of(Score.values())
                .map(score ->
                        tables.providers(new NhsOutcome(joint, false, score)).get(provider))
                .allMatch(row -> row.n() >= FEWEST_ADJUSTED);
    }

    /** The shipped Measure with England as its reference population. */
    private Report report(NhsOutcome outcome) {
        Measure measure = fhir.get("Measure/" + outcome.measureId()).stored(Measure.class);
        measure.setId("england-" + outcome.measureId());
        measure.setMeta(null);
        measure.setUrl(Canonicals.BASE + "/Measure/" + measure.getIdElement().getIdPart());
        measure.addExtension(england(outcome));
        assertThat(fhir.put(measure)).isCreated();
        return new Report(fhir.get("Measure/" + measure.getIdElement().getIdPart()
                + "/$evaluate-measure?periodStart=2017&periodEnd=2017"));
    }

    private Extension england(NhsOutcome outcome) {
        PublishedTables.Row england = tables.england(outcome);
        Extension reference = new Extension(Canonicals.Extensions.REFERENCE_POPULATION);
        reference.addExtension("name", new StringType("England 2017/18"));
        reference.addExtension("n", new PositiveIntType(england.n()));
        reference.addExtension("mean-before", new DecimalType(england.before()));
        reference.addExtension("mean-after", new DecimalType(england.after()));
        reference.addExtension("mean-residual", new DecimalType(meanResidual(outcome)));
        reference.addExtension(
                "sd-residual", new DecimalType(england.residualDeviation().orElseThrow()));
        return reference;
    }

    private BigDecimal meanResidual(NhsOutcome outcome) {
        List<BigDecimal> residuals = files.records(outcome.joint().file()).stream()
                .flatMap(patient -> outcome.modelled(patient).stream())
                .map(modelled -> modelled.after().subtract(modelled.expected()))
                .toList();
        return residuals.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(residuals.size()), MathContext.DECIMAL64);
    }
}
