package nl.meerwaarde.tests.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.terminology.Canonicals;
import org.springframework.jdbc.core.JdbcTemplate;

/** Outcome facts as they stand in the tables: no resource shows them, so they are read beside the server. */
public record Facts(JdbcTemplate jdbc) {
    /** The value that counts for a score at a moment of an episode, without trailing zeros; empty when none counts. */
    public Optional<String> counting(String episode, String moment, String score) {
        return jdbc
                .queryForList(
                        "select score_value from mw_score where episode_id = ? and moment = ? and score = ? and counts",
                        BigDecimal.class,
                        episode,
                        moment,
                        key(score))
                .stream()
                .map(value -> value.stripTrailingZeros().toPlainString())
                .findFirst();
    }

    /** Every value of a score at a moment of an episode, those that do not count too, smallest first. */
    public List<String> all(String episode, String moment, String score) {
        return jdbc
                .queryForList(
                        "select score_value from mw_score where episode_id = ? and moment = ? and score = ? order by score_value",
                        BigDecimal.class,
                        episode,
                        moment,
                        key(score))
                .stream()
                .map(value -> value.stripTrailingZeros().toPlainString())
                .toList();
    }

    /** The row of an episode, by column; empty when there is none. */
    public Optional<Map<String, Object>> episode(String episode) {
        return jdbc.queryForList("select * from mw_episode where episode_id = ?", episode).stream()
                .findFirst();
    }

    /** Whether a moment of an episode counts in denominators. */
    public boolean counted(String episode, String moment) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select counted from mw_moment where episode_id = ? and moment = ?", Boolean.class, episode, moment));
    }

    /** Whether the patient was asked at a moment of an episode. */
    public boolean invited(String episode, String moment) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select invited from mw_moment where episode_id = ? and moment = ?", Boolean.class, episode, moment));
    }

    /** The day on which an event of an episode happened; empty when there is no such event. */
    public Optional<LocalDate> event(String episode, String event) {
        return jdbc
                .queryForList(
                        "select happened_from from mw_event where episode_id = ? and event = ?",
                        LocalDate.class,
                        episode,
                        event)
                .stream()
                .findFirst();
    }

    /** How many rows of any kind speak of this episode. */
    public int rows(String episode) {
        return List.of("mw_episode", "mw_moment", "mw_score", "mw_event", "mw_expectation", "mw_change").stream()
                .mapToInt(table -> jdbc.queryForObject(
                        "select count(*) from " + table + " where episode_id = ?", Integer.class, episode))
                .sum();
    }

    private static String key(String score) {
        return Canonicals.CodeSystems.SCORE + "|" + score;
    }
}
