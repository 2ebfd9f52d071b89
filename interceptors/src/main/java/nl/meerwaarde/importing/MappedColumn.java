package nl.meerwaarde.importing;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column and how its cells are read: a missing value is nothing; then the value map applies, then pattern and format.
 *
 * @param column its name in the file's first line
 * @param values what a value becomes; empty when values stay as they are
 * @param pattern a regular expression that the whole cell must match, or null
 * @param format what a matching cell becomes ({@code $1} is the pattern's first group), or null to keep the cell
 * @param missing values that mean nothing is known; null when those of the surroundings apply
 */
record MappedColumn(
        String column,
        Map<String, String> values,
        @Nullable String pattern,
        @Nullable String format,
        @Nullable List<String> missing) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    MappedColumn {
        values = ImportMapping.orEmpty(values);
        missing = missing == null ? null : List.copyOf(missing);
    }

    /** A column whose cells are taken as they are: in JSON just its name. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static MappedColumn named(String column) {
        return new MappedColumn(column, Map.of(), null, null, null);
    }
}
