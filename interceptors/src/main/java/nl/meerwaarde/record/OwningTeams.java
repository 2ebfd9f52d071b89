package nl.meerwaarde.record;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import nl.meerwaarde.database.FactDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables {@code mw_owning_team} and {@code mw_named_team}: which CareTeams answer for outcomes, and which patients have an episode that names, or once named, a
 * CareTeam. The second is wider than need be: it only tells whose facts are to be looked at again when a team begins or ceases to answer.
 */
public class OwningTeams {
    private final JdbcTemplate jdbc;
    private final String insertOwner;
    private final String insertNamed;

    public OwningTeams(FactDatabase database) {
        this.jdbc = database.jdbc();
        this.insertOwner = database.postgres()
                ? "insert into mw_owning_team (team_id) values (?) on conflict do nothing"
                : "merge into mw_owning_team t using (values (cast(? as varchar))) as v (team_id) on t.team_id = v.team_id"
                        + " when not matched then insert (team_id) values (v.team_id)";
        this.insertNamed = database.postgres()
                ? "insert into mw_named_team (team_id, patient_id) values (?, ?) on conflict do nothing"
                : "merge into mw_named_team t using (values (cast(? as varchar), cast(? as varchar))) as v (team_id, patient_id)"
                        + " on t.team_id = v.team_id and t.patient_id = v.patient_id"
                        + " when not matched then insert (team_id, patient_id) values (v.team_id, v.patient_id)";
    }

    /** Those of the teams that answer for outcomes, in the order of their ids. */
    public List<RecordEntry.OwningTeam> among(Collection<String> teams) {
        return teams.isEmpty()
                ? List.of()
                : jdbc.query(
                        "select team_id from mw_owning_team where team_id in ("
                                + teams.stream().map(team -> "?").collect(Collectors.joining(", "))
                                + ") order by team_id",
                        (row, n) -> new RecordEntry.OwningTeam(row.getString(1)),
                        teams.toArray());
    }

    /** Whether a team answers for outcomes. */
    public boolean owns(String team) {
        return !among(List.of(team)).isEmpty();
    }

    /** Keeps whether a team answers for outcomes. */
    public void keep(String team, boolean owns) {
        if (owns && !owns(team)) {
            jdbc.update(insertOwner, team);
        } else if (!owns) {
            jdbc.update("delete from mw_owning_team where team_id = ?", team);
        }
    }

    /** Keeps that an episode of the patient names teams. */
    void name(String patient, Collection<String> teams) {
        teams.forEach(team -> jdbc.update(insertNamed, team, patient));
    }

    /** The patients with an episode that names the team, and maybe others. */
    public List<String> patientsNaming(String team) {
        return jdbc.queryForList("select patient_id from mw_named_team where team_id = ?", String.class, team);
    }
}
