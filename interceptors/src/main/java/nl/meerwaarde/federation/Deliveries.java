package nl.meerwaarde.federation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.meerwaarde.cell.DeliveredSums;
import nl.meerwaarde.cell.PoolableStratum;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.pooling.PoolableReport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The tables {@code mw_delivery} and {@code mw_delivered_stratum}. Whoever adds to them locks the deliverer first. */
class Deliveries implements DeliveredSums {
    /** Sums keep every digit, in one spelling. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
            .build();

    private static final TypeReference<TreeMap<String, BigDecimal>> NUMBERS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final String insertDelivererIfAbsent;

    Deliveries(FactDatabase database) {
        this.jdbc = database.jdbc();
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.insertDelivererIfAbsent = database.postgres()
                ? "insert into mw_deliverer (measure, organization_id) values (?, ?) on conflict do nothing"
                : "merge into mw_deliverer d using (values (cast(? as varchar), cast(? as varchar))) as v (measure, organization_id)"
                        + " on d.measure = v.measure and d.organization_id = v.organization_id"
                        + " when not matched then insert (measure, organization_id) values (v.measure, v.organization_id)";
    }

    /**
     * How a delivered report differs from another one about the same days.
     *
     * @param asOf when its facts were read
     * @param fingerprint of its numbers
     */
    record Edition(Instant asOf, String fingerprint) {}

    /** Lets one transaction at a time look at what an organisation delivered and add to it. */
    void lock(CanonicalReference measure, String organization) {
        jdbc.update(insertDelivererIfAbsent, measure.toString(), organization);
        jdbc.queryForObject(
                "select organization_id from mw_deliverer where measure = ? and organization_id = ? for update",
                String.class,
                measure.toString(),
                organization);
    }

    @Override
    public List<Delivery> overlapping(
            CanonicalReference measure, LocalDate from, LocalDate to, @Nullable String organization) {
        MapSqlParameterSource parameters = new MapSqlParameterSource()
                .addValue("measure", measure.toString())
                .addValue("from", from)
                .addValue("to", to)
                .addValue("organization", organization);
        return named.query(
                "select report_id, organization_id, period_from, period_to from mw_delivery"
                        + " where measure = :measure and period_from <= :to and period_to >= :from"
                        + (organization == null ? "" : " and organization_id = :organization")
                        + " order by organization_id, period_from",
                parameters,
                (row, n) -> new Delivery(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)));
    }

    @Override
    public Map<String, List<PoolableStratum>> strata(Collection<String> reports) {
        Map<String, List<PoolableStratum>> strata = new HashMap<>();
        if (!reports.isEmpty()) {
            named.query(
                    "select report_id, stratifier, stratum, numbers from mw_delivered_stratum where report_id in (:reports)",
                    Map.of("reports", reports),
                    row -> {
                        strata.computeIfAbsent(row.getString(1), report -> new ArrayList<>())
                                .add(new PoolableStratum(
                                        row.getString(2), row.getString(3), numbers(row.getString(4))));
                    });
        }
        return strata;
    }

    Optional<Edition> edition(String report) {
        return jdbc
                .query(
                        "select as_of, fingerprint from mw_delivery where report_id = ?",
                        (row, n) -> new Edition(
                                row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2)),
                        report)
                .stream()
                .findFirst();
    }

    /** Keeps a report, instead of what was kept under its id. */
    void put(String id, String organization, PoolableReport report) {
        remove(id);
        jdbc.update(
                "insert into mw_delivery (report_id, measure, organization_id, period_from, period_to, as_of, fingerprint)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                report.measure().canonical().toString(),
                organization,
                report.from(),
                report.to(),
                report.asOf().atOffset(ZoneOffset.UTC),
                report.fingerprint());
        jdbc.batchUpdate(
                "insert into mw_delivered_stratum (report_id, stratifier, stratum, numbers) values (?, ?, ?, ?)",
                report.strata().stream()
                        .map(stratum ->
                                new Object[] {id, stratum.stratifier(), stratum.value(), json(stratum.numbers())})
                        .toList());
    }

    /** Forgets a report. */
    void remove(String id) {
        jdbc.update("delete from mw_delivered_stratum where report_id = ?", id);
        jdbc.update("delete from mw_delivery where report_id = ?", id);
    }

    private static String json(SortedMap<String, BigDecimal> numbers) {
        try {
            return JSON.writeValueAsString(numbers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SortedMap<String, BigDecimal> numbers(String json) {
        try {
            return JSON.readValue(json, NUMBERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The numbers of a delivered report cannot be read", e);
        }
    }
}
