package nl.meerwaarde.cell;

import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.meerwaarde.measure.FactMeasure;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Whose facts are in the kept facts of published years. A finest cell may be one person's record under another name, so an erasure reaches it; but a release without
 * the person beside one with would tell exactly who was erased. So of such a year nothing more is released: what is kept is thrown away, what was published stays.
 */
public class ReleasedPatients {
    private static final String YEARS = """
            select distinct measure, first_day from mw_released_member where patient_id in (:patients)
            """;

    /** Of what was kept by a version that did not note whose it is, anybody's may be in it. */
    private static final String OF_UNKNOWN = """
            select distinct c.measure, c.first_day from mw_released_cell c
            where c.division = '' and not exists (
              select 1 from mw_released_member m
              where m.measure = c.measure and extract(year from m.first_day) = extract(year from c.first_day))
            """;

    private final NamedParameterJdbcTemplate jdbc;

    public ReleasedPatients(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    private record Year(String measure, LocalDate firstDay) {
        static Year of(String measure, LocalDate day) {
            return new Year(measure, day.withDayOfYear(1));
        }

        @Override
        public String toString() {
            return measure + " " + firstDay.getYear();
        }
    }

    /** Notes whose facts of a year are kept. */
    void keep(FactMeasure measure, ReportScope year) {
        FactRows rows = new FactRows(measure, year);
        jdbc.update(
                "insert into mw_released_member (measure, first_day, patient_id) "
                        + "select distinct cast(:canonical as varchar(700)), cast(:from as date), c.patient_id from "
                        + rows.treated(),
                rows.parameters().addValue("canonical", measure.canonical().toString()));
    }

    /**
     * Closes the years in whose kept facts patients are known to be.
     *
     * @return Measure and year of those
     */
    public SortedSet<String> close(Collection<String> patients) {
        return close(YEARS, new MapSqlParameterSource("patients", patients));
    }

    /**
     * Closes the years of which nobody noted whose facts were kept: anybody may be among them.
     *
     * @return Measure and year of those
     */
    public SortedSet<String> closeUnknown() {
        return close(OF_UNKNOWN, new MapSqlParameterSource());
    }

    private SortedSet<String> close(String years, MapSqlParameterSource parameters) {
        SortedSet<String> closed = new TreeSet<>();
        jdbc.query(years, parameters, (row, n) -> Year.of(row.getString(1), row.getObject(2, LocalDate.class))).stream()
                .distinct()
                .forEach(year -> {
                    close(year);
                    closed.add(year.toString());
                });
        return closed;
    }

    private void close(Year year) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("measure", year.measure())
                .addValue("from", year.firstDay())
                .addValue("to", year.firstDay().plusYears(1));
        String ofYear = " where measure = :measure and first_day >= :from and first_day < :to";
        jdbc.update("update mw_released_period set closed = true" + ofYear, parameters);
        jdbc.update("delete from mw_released_cell" + ofYear, parameters);
        jdbc.update("delete from mw_released_member" + ofYear, parameters);
    }
}
