package nl.meerwaarde.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.meerwaarde.benchmark.LimitChoice.Dispersion;
import nl.meerwaarde.disclosure.PeriodGrid.Period;
import nl.meerwaarde.statistics.LimitStatus;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pictures in the documentation are what the server draws; where they are not, the right ones lie in target, to be copied. */
class DocumentedPicturesTest {
    private static final Path DOCS = Path.of("../docs");

    record Compared(
            String name,
            @Nullable Integer patients,
            @Nullable BigDecimal value) {}

    record Year(int year, BigDecimal target, BigDecimal deviation, List<Compared> organizations) {}

    record MadeUp(String comment, String own, List<Year> years) {}

    @ParameterizedTest
    @CsvSource({
        "ORGANIZATION, en, 2025, benchmark.svg",
        "ORGANIZATION, nl, 2025, benchmark-nl.svg",
        "ORGANIZATION, en, 2021, time-line.svg",
        "TEAM, en, 2025, teams.svg",
        "TEAM, nl, 2024, teams-nl.svg"
    })
    void theyAreTheServers(Unit unit, String language, int from, String file) throws IOException {
        String right = comparison(unit, language, from).picture();

        Files.writeString(Path.of("target", file), right);
        assertThat(DOCS.resolve(file))
                .content()
                .as("docs/%s; the right one is in interceptors/target", file)
                .isEqualTo(right);
    }

    private static Comparison comparison(Unit unit, String language, int from) throws IOException {
        MadeUp madeUp = madeUp(unit);
        CodeSystem statistics = new CodeSystem();
        ConceptDefinitionComponent gain =
                statistics.addConcept().setCode("mean-gain").setDisplay("Mean gain");
        gain.addDesignation().setLanguage("nl").setValue("Gemiddelde winst");
        return new Comparison(
                new BenchmarkWords(
                        language,
                        language.equals("nl")
                                ? "Oxford Knee Score 6 maanden na een eerste knieprothese"
                                : "Oxford Knee Score 6 months after primary knee replacement",
                        madeUp.years().stream()
                                .flatMap(year -> year.organizations().stream())
                                .collect(Collectors.toMap(
                                        compared -> reference(unit, compared), Compared::name, (one, same) -> one)),
                        statistics),
                madeUp.years().stream()
                        .filter(year -> year.year() >= from)
                        .map(year -> inPeriod(unit, year, madeUp.own()))
                        .toList());
    }

    private static String reference(Unit unit, Compared compared) {
        return (unit == Unit.TEAM ? "CareTeam/" : "Organization/") + compared.name();
    }

    private static Comparison.InPeriod inPeriod(Unit unit, Year year, String own) {
        Reports reports = new Reports("mean-gain", unit).all(year.target(), year.deviation());
        for (Compared compared : year.organizations()) {
            if (unit == Unit.TEAM) {
                reports.team(compared.name(), compared.patients(), compared.value());
            } else {
                reports.organization(compared.name(), compared.patients(), compared.value());
            }
        }
        return new Comparison.InPeriod(
                new Period(LocalDate.of(year.year(), 1, 1), LocalDate.of(year.year(), 12, 31)),
                reports.report(),
                Benchmark.of(
                        reports.group(),
                        true,
                        null,
                        new LimitChoice(Optional.empty(), Dispersion.NONE),
                        LimitStatus.FEWEST,
                        own));
    }

    private static MadeUp madeUp(Unit unit) throws IOException {
        String file = unit == Unit.TEAM ? "made-up-teams.json" : "made-up.json";
        try (InputStream in = DocumentedPicturesTest.class.getResourceAsStream(file)) {
            return new ObjectMapper().readValue(Objects.requireNonNull(in), MadeUp.class);
        }
    }
}
