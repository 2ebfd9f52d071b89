package nl.meerwaarde.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * By what the episodes of a Measure are divided: by every one of its stratifiers at once, and by no other; each more makes more cells. By organisation always,
 * because organisations know their own numbers whatever a report tells.
 */
record Strata(List<Stratifier> stratifiers) {
    static Strata of(FactMeasure measure) {
        return new Strata(Arrays.stream(Stratifier.values())
                .filter(stratifier -> stratifier == Stratifier.ORGANIZATION
                        || measure.groups().stream()
                                .anyMatch(group -> group.stratifiers().contains(stratifier)))
                .toList());
    }

    /** How many columns they take. */
    int size() {
        return stratifiers.size();
    }

    /** As a statement groups by them. */
    String columns() {
        return stratifiers.stream().map(Stratifier::column).collect(Collectors.joining(", "));
    }

    /** As a statement selects them. */
    String values() {
        return stratifiers.stream()
                .map(stratifier ->
                        "coalesce(cast(" + stratifier.column() + " as varchar), '" + stratifier.missing() + "')")
                .collect(Collectors.joining(", "));
    }

    /** The stratum in a row whose columns begin at this one. */
    Map<Stratifier, String> read(ResultSet row, int first) throws SQLException {
        Map<Stratifier, String> stratum = new EnumMap<>(Stratifier.class);
        for (int i = 0; i < stratifiers.size(); i++) {
            stratum.put(stratifiers.get(i), row.getString(first + i));
        }
        return stratum;
    }
}
