package nl.meerwaarde.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.meerwaarde.fhir.CanonicalReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code mw_record_entry}: one row per resource that outcomes are computed from. */
public class PatientRecords {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private static final int LONGEST_CANONICAL = 601;

    private final JdbcTemplate jdbc;
    private final OwningTeams teams;

    public PatientRecords(JdbcTemplate jdbc, OwningTeams teams) {
        this.jdbc = jdbc;
        this.teams = teams;
    }

    /** A resource by type and logical id. */
    public record Source(String type, String id) {}

    /**
     * Puts the entry of a resource in place of what it said before.
     *
     * @param isNew whether the resource surely had no entry before, which saves a look
     */
    public void put(Source source, String patient, RecordEntry entry, boolean isNew) {
        String body = write(entry);
        String definition = definition(entry);
        int changed = isNew
                ? 0
                : jdbc.update(
                        "update mw_record_entry set patient_id = ?, definition = ?, body = ? where resource_type = ? and resource_id = ?",
                        patient,
                        definition,
                        body,
                        source.type(),
                        source.id());
        if (changed == 0) {
            jdbc.update(
                    "insert into mw_record_entry (resource_type, resource_id, patient_id, definition, body) values (?, ?, ?, ?, ?)",
                    source.type(),
                    source.id(),
                    patient,
                    definition,
                    body);
        }
        if (entry instanceof RecordEntry.Episode episode) {
            teams.name(patient, episode.teams());
        }
    }

    /** Puts what a resource says now in place of what it said before; whose it is stays. */
    public void replace(Source source, RecordEntry entry) {
        jdbc.update(
                "update mw_record_entry set definition = ?, body = ? where resource_type = ? and resource_id = ?",
                definition(entry),
                write(entry),
                source.type(),
                source.id());
    }

    /** Removes the entry of a resource. */
    public void remove(Source source) {
        jdbc.update(
                "delete from mw_record_entry where resource_type = ? and resource_id = ?", source.type(), source.id());
    }

    /** The patient that the resource's entry belongs to. */
    public Optional<String> patientOf(Source source) {
        return jdbc
                .queryForList(
                        "select patient_id from mw_record_entry where resource_type = ? and resource_id = ?",
                        String.class,
                        source.type(),
                        source.id())
                .stream()
                .findFirst();
    }

    /** Everything known of a patient, and of the patients merged into this one; last the teams that answer for the outcomes of their episodes. */
    public List<RecordEntry> of(String survivor) {
        List<RecordEntry> entries = new ArrayList<>(entries(survivor));
        Set<String> named = new TreeSet<>();
        entries.forEach(entry -> {
            if (entry instanceof RecordEntry.Episode episode) {
                named.addAll(episode.teams());
            }
        });
        entries.addAll(teams.among(named));
        return entries;
    }

    private List<RecordEntry> entries(String survivor) {
        return jdbc.query(
                "select e.body from mw_record_entry e join mw_patient p on p.patient_id = e.patient_id where p.survivor_id = ? order by e.resource_type, e.resource_id",
                (row, n) -> read(row.getString(1)),
                survivor);
    }

    /** The resources that have an entry for this patient. */
    public List<Source> sourcesOf(String patient) {
        return jdbc.query(
                "select resource_type, resource_id from mw_record_entry where patient_id = ?",
                (row, n) -> new Source(row.getString(1), row.getString(2)),
                patient);
    }

    /** Every patient that has an entry. */
    public List<String> patients() {
        return jdbc.queryForList("select distinct patient_id from mw_record_entry", String.class);
    }

    /** The Patient's own entry. */
    public Optional<RecordEntry.Person> person(String patient) {
        return jdbc
                .query(
                        "select body from mw_record_entry where resource_type = 'Patient' and resource_id = ?",
                        (row, n) -> (RecordEntry.Person) read(row.getString(1)),
                        patient)
                .stream()
                .findFirst();
    }

    /** Whether any stored response or episode names this definition, with this version or with none. */
    public boolean isUsed(CanonicalReference canonical) {
        return !patientsNaming(canonical).isEmpty();
    }

    /** The patients with a response or episode that names this definition, with this version or with none. */
    public List<String> patientsNaming(CanonicalReference canonical) {
        return jdbc.queryForList(
                "select distinct patient_id from mw_record_entry where definition in (?, ?)",
                String.class,
                canonical.toString(),
                canonical.url());
    }

    /** The patients with an episode of this pathway, of whatever version. */
    public List<String> patientsFollowing(String pathwayUrl) {
        String likeUrl = pathwayUrl.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return jdbc.queryForList(
                "select distinct patient_id from mw_record_entry where definition = ? or definition like ? escape '!'",
                String.class,
                pathwayUrl,
                likeUrl + "|%");
    }

    /** Conditions of patients that have an episode of this pathway, by the id of the patient who survives merges. */
    public Map<String, List<RecordEntry.Event>> conditionsOf(String pathwayUrl) {
        Map<String, List<RecordEntry.Event>> conditions = new HashMap<>();
        jdbc.query(
                "select p.survivor_id, e.body from mw_record_entry e join mw_patient p on p.patient_id = e.patient_id"
                        + " where e.resource_type = 'Condition' and p.survivor_id in (select patient_id from mw_episode where pathway = ?)",
                row -> {
                    if (read(row.getString(2)) instanceof RecordEntry.Event condition) {
                        conditions
                                .computeIfAbsent(row.getString(1), patient -> new ArrayList<>())
                                .add(condition);
                    }
                },
                pathwayUrl);
        return conditions;
    }

    /** A canonical longer than any definition's names none. */
    private static @Nullable String definition(RecordEntry entry) {
        String named = entry instanceof RecordEntry.Response response
                ? response.questionnaire()
                : entry instanceof RecordEntry.Unscored unscored
                        ? unscored.questionnaire()
                        : entry instanceof RecordEntry.Episode episode ? episode.pathway() : null;
        return named == null || named.length() > LONGEST_CANONICAL ? null : named;
    }

    private static String write(RecordEntry entry) {
        try {
            return JSON.writerFor(RecordEntry.class).writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record entry can always be written", e);
        }
    }

    private static RecordEntry read(String body) {
        try {
            return JSON.readValue(body, RecordEntry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of mw_record_entry cannot be read; rebuild the outcome facts", e);
        }
    }
}
