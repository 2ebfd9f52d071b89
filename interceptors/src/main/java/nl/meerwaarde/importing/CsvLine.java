package nl.meerwaarde.importing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/** A row of the file as it was read. Rows are counted from 1; the line with the columns' names is not one of them. */
sealed interface CsvLine {
    /** The row's number. */
    long number();

    /**
     * A row with a cell for every column.
     *
     * @param positions where each column stands
     */
    record Row(long number, Map<String, Integer> positions, List<String> cells) implements CsvLine {
        /** The cell of a column, without the blanks around it. The file must have the column. */
        String cell(String column) {
            return cells.get(requireNonNull(positions.get(column), column)).strip();
        }
    }

    /** A row that cannot be read as cells. */
    record Broken(long number, String reason) implements CsvLine {}
}
