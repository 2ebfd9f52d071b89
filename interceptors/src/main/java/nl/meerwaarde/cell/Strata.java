package nl.meerwaarde.cell;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Stratifier;

/** By what the episodes of a Measure are divided, by all of it at once, as statements name it. */
record Strata(List<Stratifier> stratifiers) {
    static Strata of(FactMeasure measure) {
        return new Strata(measure.stratifiers());
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
