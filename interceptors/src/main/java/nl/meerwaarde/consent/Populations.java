package nl.meerwaarde.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Who is counted on a ground today. */
public class Populations {
    private static final String OBJECTIONS = """
            select exists (select 1 from mw_data_use
                           where data_use = :dataUse and not permitted and holds_from <= :asOf and holds_to >= :asOf)
            """;

    private static final String AMONG = "select c.patient_id from mw_patient c where c.patient_id in (:patients)";

    private final NamedParameterJdbcTemplate jdbc;

    public Populations(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /** Those whom figures on a ground may count. Where nobody objected that is everybody, so that nobody is looked up. */
    public Population counted(Ground ground, LocalDate asOf) {
        Population population = new Population(ground, DataUse.REGISTRY_DELIVERY);
        return population.isEverybody() || population.isWithoutObjectors() && !hasObjections(population, asOf)
                ? Population.EVERYBODY
                : population;
    }

    private boolean hasObjections(Population population, LocalDate asOf) {
        return Boolean.TRUE.equals(jdbc.queryForObject(OBJECTIONS, parameters(population, asOf), Boolean.class));
    }

    /** Which of some patients are among a population, in their order. Of whom nothing is known, nothing was permitted and nothing objected to. */
    public List<String> among(Population population, List<String> patients, LocalDate asOf) {
        if (population.isEverybody() || patients.isEmpty()) {
            return patients;
        }
        MapSqlParameterSource parameters = parameters(population, asOf).addValue("patients", patients);
        String asked = population.isWithoutObjectors()
                ? AMONG + Population.objected("c.survivor_id")
                : AMONG + population.condition("c.survivor_id");
        Set<String> found = new TreeSet<>(jdbc.queryForList(asked, parameters, String.class));
        return patients.stream()
                .filter(patient -> found.contains(patient) != population.isWithoutObjectors())
                .toList();
    }

    private static MapSqlParameterSource parameters(Population population, LocalDate asOf) {
        return population.addTo(new MapSqlParameterSource("asOf", asOf));
    }
}
