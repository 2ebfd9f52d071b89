package nl.meerwaarde.tests.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.meerwaarde.tests.realdata.Agreement.Compared;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The whole of the published provider tables, against a running server into which both record-level files were imported. The table of agreements is
 * written beside the test's results.
 */
@EnabledIfSystemProperty(
        named = "meerwaarde.server",
        matches = "http.+",
        disabledReason = "needs a server that holds the whole NHS files: -Dmeerwaarde.server=http://…/fhir")
class NhsProviderTablesIT {
    private static final Path TABLE = Path.of("target", "nhs-agreement.md");

    private final Fhir fhir = new Fhir(System.getProperty("meerwaarde.server", ""));

    @Test
    void everyProviderHasThePublishedFigures() throws IOException {
        PublishedTables tables = new PublishedTables(NhsFiles.orSkip());
        List<String> lines = new ArrayList<>(List.of(header(), "|---|" + "---|".repeat(Compared.values().length + 3)));
        List<String> differences = new ArrayList<>();
        for (NhsOutcome outcome : NhsOutcome.all()) {
            Agreement agreement = compare(outcome, tables);
            lines.add(line(outcome, agreement));
            agreement.differences().forEach(difference -> differences.add(outcome + ": " + difference));
        }
        Files.write(TABLE, lines);

        assertThat(differences).isEmpty();
        assertThat(lines).hasSize(NhsOutcome.all().size() + 2);
    }

    private Agreement compare(NhsOutcome outcome, PublishedTables tables) {
        Report ours = new Report(
                fhir.get("Measure/" + outcome.measureId() + "/$evaluate-measure?periodStart=2017&periodEnd=2017"));
        Map<String, PublishedTables.Row> published = tables.providers(outcome);
        assertThat(published).isNotEmpty();
        Agreement agreement = new Agreement();
        ours.strata("mean-gain", "organization").stream()
                .map(organization -> organization.replaceFirst("^nhs-", ""))
                .filter(published::containsKey)
                .forEach(provider -> agreement.compare(provider, ours, published.get(provider)));
        assertThat(agreement.sameNumber()).isPositive();
        return agreement;
    }

    private static String header() {
        return "| outcome | providers | with the same n | "
                + Arrays.stream(Compared.values()).map(Compared::title).collect(Collectors.joining(" | "))
                + " | widest difference of an adjusted gain |";
    }

    private static String line(NhsOutcome outcome, Agreement agreement) {
        return "| " + outcome + " | " + (agreement.sameNumber() + agreement.otherNumber()) + " | "
                + agreement.sameNumber() + " | "
                + Arrays.stream(Compared.values())
                        .map(compared -> String.valueOf(agreement.agreeing(compared)))
                        .collect(Collectors.joining(" | "))
                + " | "
                + agreement
                        .widestAdjustedDifference()
                        .setScale(5, RoundingMode.HALF_UP)
                        .toPlainString() + " |";
    }
}
