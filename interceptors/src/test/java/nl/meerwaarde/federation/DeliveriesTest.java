package nl.meerwaarde.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.meerwaarde.cell.DeliveredSums.Delivery;
import nl.meerwaarde.cell.PoolableStratum;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.pooling.PoolableReport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The tables, on a database of its own. */
class DeliveriesTest {
    private static final CanonicalReference KNEE = new CanonicalReference("https://tests.example/Measure/knee", "1");
    private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);
    private static final Instant MORNING = Instant.parse("2024-07-01T08:00:00.123Z");

    private final Deliveries deliveries = new Deliveries(FactDatabase.migrated(
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "")));

    @Test
    void everyDigitOfASumComesBack() {
        PoolableReport report =
                report(NEW_YEAR, NEW_YEAR.plusDays(30), "12345678901234567890.123456789012345678901234");
        deliveries.put("r1", "h1", report);

        assertThat(deliveries.strata(List.of("r1"))).containsOnly(Map.entry("r1", report.strata()));
        assertThat(deliveries.edition("r1")).contains(new Deliveries.Edition(MORNING, report.fingerprint()));
    }

    @Test
    void aPeriodFindsWhatItTouches() {
        deliveries.put("january", "h1", report(NEW_YEAR, LocalDate.of(2024, 1, 31), "1"));
        deliveries.put("february", "h1", report(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29), "1"));
        deliveries.put("quarter", "h2", report(NEW_YEAR, LocalDate.of(2024, 3, 31), "1"));

        assertThat(deliveries.overlapping(KNEE, LocalDate.of(2024, 1, 31), LocalDate.of(2024, 1, 31), null))
                .extracting(Delivery::report)
                .containsExactly("january", "quarter");
        assertThat(deliveries.overlapping(KNEE, NEW_YEAR, LocalDate.of(2024, 12, 31), "h1"))
                .extracting(Delivery::report)
                .containsExactly("january", "february");
        assertThat(deliveries.overlapping(KNEE.at("2"), NEW_YEAR, LocalDate.of(2024, 12, 31), null))
                .isEmpty();
        assertThat(deliveries.overlapping(KNEE, LocalDate.of(2024, 4, 1), LocalDate.of(2024, 12, 31), null))
                .isEmpty();
    }

    @Test
    void puttingAgainReplacesAndRemovingForgets() {
        deliveries.put("r1", "h1", report(NEW_YEAR, NEW_YEAR, "1"));
        PoolableReport correction = report(NEW_YEAR, NEW_YEAR, "2");
        deliveries.put("r1", "h1", correction);
        assertThat(deliveries.strata(List.of("r1"))).containsOnly(Map.entry("r1", correction.strata()));

        deliveries.remove("r1");
        assertThat(deliveries.strata(List.of("r1"))).isEmpty();
        assertThat(deliveries.edition("r1")).isEmpty();
        assertThat(deliveries.overlapping(KNEE, NEW_YEAR, NEW_YEAR, null)).isEmpty();
    }

    @Test
    void lockingTwiceIsNoMatter() {
        deliveries.lock(KNEE, "h1");
        deliveries.lock(KNEE, "h1");
        deliveries.lock(KNEE, "h2");
        assertThat(deliveries.overlapping(KNEE, NEW_YEAR, NEW_YEAR, null)).isEmpty();
    }

    private static PoolableReport report(LocalDate from, LocalDate to, String number) {
        FactMeasure measure = new FactMeasure(
                KNEE,
                new CanonicalReference("https://tests.example/PlanDefinition/knee", null),
                new Code("https://tests.example/scores", "knee"),
                "baseline",
                "month-6",
                null,
                null,
                List.of());
        return new PoolableReport(
                measure,
                from,
                to,
                MORNING,
                List.of(new PoolableStratum(
                        PoolableStratum.TOTAL, "", new TreeMap<>(Map.of("paired.after", new BigDecimal(number))))));
    }
}
