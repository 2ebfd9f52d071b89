package nl.meerwaarde.pooling;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meerwaarde.cell.CellSource;
import nl.meerwaarde.cell.ContributionQuery;
import nl.meerwaarde.cell.FactCell;
import nl.meerwaarde.cell.PoolableNumbers;
import nl.meerwaarde.cell.PoolableStratum;
import nl.meerwaarde.cell.ReportCells;
import nl.meerwaarde.cell.ReportScope;
import nl.meerwaarde.cell.Thresholds;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.StoredDefinition;
import nl.meerwaarde.disclosure.Cell;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.FactMeasures;
import nl.meerwaarde.measure.Stratifier;
import nl.meerwaarde.score.ScoreDefinition;
import nl.meerwaarde.score.ScoreDefinitions;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Reports that can be pooled: what a hospital's report tells for it, and what a pooling node reads of one. */
public class PoolableReports {
    static final String MODEL = "model";
    static final String RULES = "rules";
    static final String STRATUM = "stratum";
    static final String STRATIFIER = "stratifier";
    static final String VALUE = "value";
    static final String NUMBER = "number";
    static final String NAME = "name";

    private final FactMeasures measures;
    private final ScoreDefinitions definitions;
    private final DefinitionRegister register;
    private final CellSource source;
    private final ContributionQuery contributions;
    private final Clock clock;

    PoolableReports(
            FactMeasures measures,
            ScoreDefinitions definitions,
            DefinitionRegister register,
            CellSource source,
            ContributionQuery contributions,
            Clock clock) {
        this.measures = measures;
        this.definitions = definitions;
        this.register = register;
        this.source = source;
        this.contributions = contributions;
        this.clock = clock;
    }

    /** A report that can be pooled, or everything that is wrong with it. */
    public sealed interface Reading {
        record Usable(PoolableReport report) implements Reading {}

        record Refused(List<Problem> problems) implements Reading {}
    }

    /**
     * Reads a report that somebody sent.
     *
     * @param path of the report in the request
     */
    public Reading read(MeasureReport report, String path) {
        return new PoolableReportReader(this, report, path).read();
    }

    /** Whether this server has facts of its own about what an organisation reports. */
    public boolean hasFacts(PoolableReport report, String organization) {
        return source.hasFacts(report.measure(), organization, report.from(), report.to());
    }

    /** Adds to the report of one organisation what pooling it needs. Runs in the transaction in which the report was computed. */
    public void addSums(MeasureReport resource, FactMeasure measure, ReportScope scope, ReportCells cells) {
        Extension sums = resource.addExtension();
        sums.setUrl(Canonicals.Extensions.POOLABLE_SUMS);
        if (measure.model() != null) {
            sums.addExtension(MODEL, new StringType(measure.model()));
        }
        sums.addExtension(RULES, new StringType(rules(measure)));
        @Nullable ScoreDefinition definition = definitions.find(measure.score()).orElse(null);
        strata(measure, cells, contributions.strata(measure, scope, definition))
                .forEach(stratum -> sums.addExtension(extension(stratum)));
    }

    private static Extension extension(PoolableStratum stratum) {
        Extension extension = new Extension(STRATUM);
        if (!stratum.isTotal()) {
            extension.addExtension(STRATIFIER, new CodeType(stratum.stratifier()));
            extension.addExtension(VALUE, new StringType(stratum.value()));
        }
        stratum.numbers().forEach((name, number) -> {
            Extension written = new Extension(NUMBER);
            written.addExtension(NAME, new CodeType(name));
            written.addExtension(VALUE, new DecimalType(number));
            extension.addExtension(written);
        });
        return extension;
    }

    /** The total, and the strata of every stratifier but the organisation, whose report it is. */
    static List<PoolableStratum> strata(
            FactMeasure measure, ReportCells cells, List<ContributionQuery.Stratum> contributions) {
        List<PoolableStratum> strata = new ArrayList<>();
        add(strata, measure, PoolableStratum.TOTAL, Map.of("", cells.total()), cells, contributions, stratum -> "");
        for (Stratifier by : stratifiers(measure)) {
            add(
                    strata,
                    measure,
                    by.code(),
                    cells.by(by),
                    cells,
                    contributions,
                    stratum -> stratum.values().getOrDefault(by, Stratifier.UNKNOWN));
        }
        return strata;
    }

    private static void add(
            List<PoolableStratum> strata,
            FactMeasure measure,
            String division,
            Map<String, FactCell> parts,
            ReportCells cells,
            List<ContributionQuery.Stratum> contributions,
            Function<ContributionQuery.Stratum, String> value) {
        Map<String, Cell> sums = new HashMap<>();
        contributions.forEach(stratum -> sums.merge(
                value.apply(stratum), new Cell(Map.of(), Map.of(stratum.set(), stratum.sums())), Cell::plus));
        cells.margins().stream()
                .filter(margin -> margin.stratum().stratifier().equals(division))
                .forEach(margin -> sums.merge(margin.stratum().value(), margin.contributions(), Cell::plus));
        parts.forEach((part, cell) -> strata.add(new PoolableStratum(
                division, part, PoolableNumbers.of(measure, cell, sums.getOrDefault(part, Cell.of(Map.of()))))));
    }

    /** By what a report that can be pooled is divided. */
    static List<Stratifier> stratifiers(FactMeasure measure) {
        return measure.stratifiers().stream()
                .filter(stratifier -> stratifier != Stratifier.ORGANIZATION)
                .toList();
    }

    /** The Measure in exactly this version. */
    public Optional<FactMeasure> measure(CanonicalReference canonical) {
        return measures.exactly(canonical);
    }

    /**
     * What figures of two servers depend on, besides the facts, as a fingerprint: what the Measure says, its case-mix model, and what counts as a change of its
     * score.
     */
    String rules(FactMeasure measure) {
        @Nullable ScoreDefinition definition = definitions.find(measure.score()).orElse(null);
        Thresholds thresholds = Thresholds.of(definition);
        String model = rules(measure.model())
                + measure.groups().stream()
                        .map(FactMeasure.Group::expected)
                        .filter(Objects::nonNull)
                        .map(expected -> rules(expected.model()))
                        .collect(Collectors.joining());
        return Fingerprint.of(String.join(
                "\n",
                measure.content(),
                model,
                String.valueOf(thresholds.direction()),
                String.valueOf(thresholds.beyondError()),
                String.valueOf(thresholds.important()),
                String.valueOf(Thresholds.best(definition))));
    }

    private String rules(@Nullable String model) {
        return Optional.ofNullable(model)
                .flatMap(key -> register.exactly(CanonicalReference.parse(key)))
                .map(StoredDefinition::rules)
                .orElse("");
    }

    Instant now() {
        return clock.instant();
    }
}
