package nl.meerwaarde.tests.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.meerwaarde.fitting.ModelFit;
import nl.meerwaarde.fitting.ModelFitting;
import nl.meerwaarde.statistics.Performance;
import nl.meerwaarde.tests.realdata.NhsCaseMix.Modelled;
import nl.meerwaarde.tests.realdata.NhsOutcome.Joint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A model that the operation's own class fits on the published records of 2017/18 expects about as well as the expectations that NHS England published
 * with them; better by a little, because it was fitted on these very records. The table is written beside the test's results.
 */
class NhsCaseMixIT {
    private static final Path TABLE = Path.of("target", "nhs-case-mix.md");

    @BeforeAll
    static void begin() throws IOException {
        Files.createDirectories(TABLE.getParent());
        Files.deleteIfExists(TABLE);
    }

    @ParameterizedTest
    @EnumSource(Joint.class)
    void ourModelExpectsAsWellAsThePublishedOne(Joint joint) throws IOException {
        NhsCaseMix caseMix = new NhsCaseMix(joint);
        List<Modelled> records = caseMix.records(NhsFiles.orSkip());
        ModelFit.Fitted fit = (ModelFit.Fitted) ModelFitting.fit(
                caseMix.model(), records.stream().map(Modelled::episode).toList());

        double[] after =
                records.stream().mapToDouble(it -> it.episode().outcome()).toArray();
        double[] published = records.stream().mapToDouble(Modelled::predicted).toArray();
        double[] ours = records.stream()
                .mapToDouble(it ->
                        fit.model().expected(it.episode().known()).orElseThrow().doubleValue())
                .toArray();
        double theirs = Performance.rSquared(published, after).orElseThrow();
        double explained = Performance.rSquared(ours, after).orElseThrow();
        double agreement = Performance.rSquared(line(published, ours), ours).orElseThrow();
        ModelFit.Quality quality = fit.quality();
        write(
                "| %s | %,d | %d | %.4f | %.4f | %.4f | %.4f | %.3f | %.3f | %.3f | %.3f |%n",
                joint.name().toLowerCase(Locale.ROOT),
                quality.n(),
                fit.model().terms().size() + 1,
                theirs,
                Performance.rSquared(line(published, after), after).orElseThrow(),
                explained,
                quality.explainedUnseen().orElseThrow(),
                quality.calibration().orElseThrow().slope(),
                Performance.residualDeviation(published, after, 1),
                quality.residualDeviation().orElseThrow(),
                Math.sqrt(agreement));

        assertThat(quality.n()).isEqualTo(records.size()).isGreaterThan(30_000);
        assertThat(quality.explained().orElseThrow()).isCloseTo(explained, within(1e-9));
        assertThat(explained).isBetween(theirs, theirs + 0.05);
        assertThat(quality.explainedUnseen().orElseThrow()).isBetween(theirs, explained);
        assertThat(quality.calibration().orElseThrow().slope()).isCloseTo(1, within(0.02));
        assertThat(Math.sqrt(agreement)).isGreaterThan(0.9);
    }

    /** What the published expectations say of other numbers, by the straight line between them. */
    private static double[] line(double[] published, double[] others) {
        Performance.Calibration line =
                Performance.calibration(published, others, false).orElseThrow();
        return Arrays.stream(published)
                .map(x -> line.intercept() + line.slope() * x)
                .toArray();
    }

    private static void write(String format, Object... figures) throws IOException {
        Files.writeString(
                TABLE,
                String.format(Locale.ROOT, format, figures),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
