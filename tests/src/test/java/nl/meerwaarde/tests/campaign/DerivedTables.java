package nl.meerwaarde.tests.campaign;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Everything in the tables of derived data.
 *
 * @param rows by table, each row as text
 * @param scoredSources what the rows of scores were derived from, as {@code type/id}; twice when a source has two scores
 */
record DerivedTables(Map<String, Set<String>> rows, List<String> scoredSources) {
    private static final List<String> TABLES = List.of(
            "mw_definition",
            "mw_patient",
            "mw_record_entry",
            "mw_derived_score",
            "mw_episode",
            "mw_moment",
            "mw_score",
            "mw_event",
            "mw_expectation",
            "mw_change");

    static DerivedTables read(JdbcTemplate jdbc) {
        Map<String, Set<String>> rows = new TreeMap<>();
        for (String table : TABLES) {
            Set<String> texts = new TreeSet<>();
            jdbc.queryForList("select * from " + table).forEach(row -> texts.add(table + " " + new TreeMap<>(row)));
            rows.put(table, texts);
        }
        return new DerivedTables(rows, jdbc.queryForList("select source from mw_score order by source", String.class));
    }

    /** The rows that only one of both has; empty when they are equal. */
    List<String> differencesFrom(DerivedTables other) {
        return TABLES.stream()
                .flatMap(table -> Stream.concat(
                        only("here ", rows.get(table), other.rows.get(table)),
                        only("there ", other.rows.get(table), rows.get(table))))
                .toList();
    }

    private static Stream<String> only(String where, Set<String> these, Set<String> others) {
        return these.stream().filter(row -> !others.contains(row)).map(where::concat);
    }
}
