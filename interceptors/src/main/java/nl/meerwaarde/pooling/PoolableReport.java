package nl.meerwaarde.pooling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.meerwaarde.cell.PoolableStratum;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.measure.FactMeasure;

/**
 * A report of one organisation that can be pooled with those of others.
 *
 * @param measure of which version it is
 * @param from first day of its period
 * @param to last day of its period
 * @param asOf when its facts were read
 * @param strata the total, and the strata of every stratifier of the Measure but the organisation
 */
public record PoolableReport(
        FactMeasure measure, LocalDate from, LocalDate to, Instant asOf, List<PoolableStratum> strata) {
    public PoolableReport {
        strata = List.copyOf(strata);
    }

    /** Two reports with the same fingerprint tell the same numbers. */
    public String fingerprint() {
        return Fingerprint.of(strata.stream()
                .map(stratum -> stratum.stratifier() + "=" + stratum.value() + " " + stratum.numbers())
                .sorted()
                .collect(Collectors.joining("\n")));
    }
}
