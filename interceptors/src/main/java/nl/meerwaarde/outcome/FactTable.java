package nl.meerwaarde.outcome;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * One table of facts, written so that only what differs is touched.
 *
 * @param name the table
 * @param columns its columns besides {@code patient_id}, in the order of the values
 * @param keys how many of the first columns identify a row
 * @param values a fact as column values
 * @param row a row as fact
 */
record FactTable<F>(String name, List<String> columns, int keys, Function<F, Object[]> values, RowMapper<F> row) {
    /**
     * Removes the patient's rows that are not wanted.
     *
     * @return the wanted facts that have no row yet
     */
    Set<F> removeObsolete(JdbcTemplate jdbc, String patient, List<F> wanted) {
        return removeObsolete(
                jdbc,
                patient,
                wanted,
                obsolete -> jdbc.batchUpdate(
                        deleteSql(), obsolete.stream().map(this::keyValues).toList()));
    }

    /**
     * Removes the patient's rows that are not wanted.
     *
     * @param removal how
     * @return the wanted facts that have no row yet
     */
    Set<F> removeObsolete(JdbcTemplate jdbc, String patient, List<F> wanted, Consumer<Set<F>> removal) {
        List<F> stored = stored(jdbc, patient);
        Set<F> obsolete = new LinkedHashSet<>(stored);
        wanted.forEach(obsolete::remove);
        if (!obsolete.isEmpty()) {
            removal.accept(obsolete);
        }
        Set<F> missing = new LinkedHashSet<>(wanted);
        stored.forEach(missing::remove);
        return missing;
    }

    void insert(JdbcTemplate jdbc, String patient, Set<F> missing) {
        if (!missing.isEmpty()) {
            jdbc.batchUpdate(
                    insertSql(),
                    missing.stream().map(fact -> rowValues(patient, fact)).toList());
        }
    }

    List<F> stored(JdbcTemplate jdbc, String patient) {
        return jdbc.query(
                "select " + String.join(", ", columns) + " from " + name + " where patient_id = ?", row, patient);
    }

    private Object[] keyValues(F fact) {
        return java.util.Arrays.copyOf(values.apply(fact), keys);
    }

    private Object[] rowValues(String patient, F fact) {
        List<Object> row = new ArrayList<>(java.util.Arrays.asList(values.apply(fact)));
        row.add(patient);
        return row.toArray();
    }

    private String deleteSql() {
        return "delete from " + name + " where "
                + columns.subList(0, keys).stream()
                        .map(column -> column + " = ?")
                        .collect(Collectors.joining(" and "));
    }

    private String insertSql() {
        return "insert into " + name + " (" + String.join(", ", columns) + ", patient_id) values ("
                + "?, ".repeat(columns.size()) + "?)";
    }
}
