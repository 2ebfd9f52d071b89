package nl.meerwaarde.tests.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.outcome.SettledFacts;
import nl.meerwaarde.outcome.SettledFacts.Counting;
import nl.meerwaarde.outcome.SettledFacts.Due;
import nl.meerwaarde.tests.support.TestServer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sums that lie ready are those of the facts that are said to be in them; here they are made of these in another way. */
final class SettledRows {
    private static final Counting COUNTING = new Counting(1, 4_000_000, 5_000_000);

    private static final String STORED = """
            select series, index_month, pathway_version, organization_id, stratifier, stratum,
                   sum(facts), sum(eligible), sum(invited), sum(died), sum(otherwise_ended), sum(returned), sum(scorable), sum(proxy),
                   sum(n), sum(improved), sum(worsened), sum(beyond_error), sum(reached_mic),
                   sum(before_sum), sum(before_squares), sum(after_sum), sum(after_squares), sum(gain_squares),
                   cast(sum(expected) as numeric(38, 12)), cast(sum(expected_squares) as numeric(60, 24)), cast(sum(residual_squares) as numeric(60, 24))
            from mw_settled
            group by series, index_month, pathway_version, organization_id, stratifier, stratum
            having sum(facts) <> 0
            """;

    private static final String EXPECTED = """
            select series, index_month, pathway_version, whose, '%2$s', stratum, count(*), sum(c), sum(case when invited then c else 0 end),
                   sum(case when c = 0 and ended_by = 'death' then 1 else 0 end), sum(case when c = 0 and ended_by <> 'death' then 1 else 0 end),
                   sum(case when returned then c else 0 end), sum(case when after_millionths is not null then c else 0 end), sum(case when proxy then c else 0 end),
                   sum(p), sum(case when gain > 0 then p else 0 end), sum(case when gain < 0 then p else 0 end),
                   sum(case when abs(gain) > beyond_error then p else 0 end), sum(case when gain >= important then p else 0 end),
                   sum(case when p = 1 then b else 0 end), sum(case when p = 1 then b * b else 0 end),
                   sum(case when p = 1 then a else 0 end), sum(case when p = 1 then a * a else 0 end),
                   sum(case when p = 1 then gain * gain else 0 end),
                   cast(sum(case when p = 1 then coalesce(expected, 0) else 0 end) as numeric(38, 12)),
                   cast(sum(case when p = 1 and expected is not null then expected * expected else 0 end) as numeric(60, 24)),
                   cast(sum(case when p = 1 and expected is not null then power2 else 0 end) as numeric(60, 24))
            from (
              select c.*, %1$s as whose, %3$s as stratum, case when counted then 1 else 0 end as c,
                     case when counted and not proxy and before_millionths + after_millionths is not null then 1 else 0 end as p,
                     cast(before_millionths as numeric(38)) as b, cast(after_millionths as numeric(38)) as a,
                     cast((after_millionths - before_millionths) * direction as numeric(38)) as gain, beyond_error, important,
                     (after_millionths * 0.000001 - expected) * (after_millionths * 0.000001 - expected) as power2,
                     index_from - cast(extract(day from index_from) - 1 as integer) as index_month
              from mw_change c, mw_settled_series s
              where s.series = c.series and settled
            ) facts
            group by series, index_month, pathway_version, whose, stratum
            """;

    private SettledRows() {}

    /** Settles whatever is closed. */
    static void settle() {
        SettledFacts facts = new SettledFacts(TestServer.jdbc());
        due().forEach(due -> TestServer.facts().oneState().executeWithoutResult(status -> settle(facts, due)));
    }

    static List<Due> due() {
        return new SettledFacts(TestServer.jdbc()).due(LocalDate.now(), 1);
    }

    static void settle(SettledFacts facts, Due due) {
        facts.settle(due, LocalDate.now(), COUNTING);
    }

    /** Sums that are there and should not be, and the other way round. Each side is asked for once: the database would compute it for either difference. */
    static List<String> differences(JdbcTemplate jdbc) {
        String expected = Stream.concat(
                        Stream.of(EXPECTED.formatted("organization_id", "", "''")),
                        Stream.of("sex", "age_band", "language", "literacy", "deprivation", "team_id")
                                .flatMap(SettledRows::divided))
                .collect(Collectors.joining(" union all "));
        Set<String> there = rows(jdbc, STORED);
        Set<String> wanted = rows(jdbc, expected);
        return Stream.concat(
                        there.stream().filter(row -> !wanted.contains(row)).map("there: "::concat),
                        wanted.stream().filter(row -> !there.contains(row)).map("wanted: "::concat))
                .toList();
    }

    private static Set<String> rows(JdbcTemplate jdbc, String sql) {
        return Set.copyOf(jdbc.query(sql, (row, number) -> {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.add(text(row.getObject(i)));
            }
            return String.join(" ", values);
        }));
    }

    /** Numbers by their value, however many zeros they end in. */
    private static String text(Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    private static Stream<String> divided(String by) {
        String missing = by.equals("team_id") ? "no-team" : "unknown";
        String stratum = "coalesce(cast(" + by + " as varchar(64)), '" + missing + "')";
        return Stream.of("organization_id", "'*'").map(whose -> EXPECTED.formatted(whose, by, stratum));
    }
}
