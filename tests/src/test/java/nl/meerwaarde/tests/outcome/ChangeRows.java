package nl.meerwaarde.tests.outcome;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table that reports read says again what the other facts say; here it is made of them in another way. */
final class ChangeRows {
    private static final String COLUMNS =
            "episode_id, moment, score, model, patient_id, pathway, pathway_version, organization_id, index_from, index_to, "
                    + "sex, age_band, language, literacy, deprivation, ended_by, closes_on, counted, invited, returned, proxy, before_millionths, after_millionths, expected, team_id";

    private static final String EXPECTED = """
            select e.episode_id, m.moment, coalesce(x.score, s.score) as score, x.model, e.patient_id, e.pathway, e.pathway_version, e.organization_id, e.index_from, e.index_to,
                   e.sex, e.age_band, e.language, e.literacy, e.deprivation, e.ended_by, m.closes_on, m.counted, m.invited,
                   a.source is not null as returned,
                   coalesce(a.respondent, '') = 'proxy' or coalesce(b.respondent, '') = 'proxy' as proxy,
                   cast(b.score_value * 1000000 as bigint) as before_millionths, cast(a.score_value * 1000000 as bigint) as after_millionths,
                   x.expected, e.team_id
            from mw_episode e
            join mw_moment m on m.episode_id = e.episode_id and m.moment <> 'baseline'
            join (select episode_id, moment, score from mw_score where counts
                  union select episode_id, moment, '' from mw_moment) s
              on s.episode_id = e.episode_id and (s.score = '' and s.moment = m.moment or s.score <> '' and s.moment in ('baseline', m.moment))
            join (select episode_id, moment, score, model, expected from mw_expectation
                  union select episode_id, moment, null, '', null from mw_moment) x
              on x.episode_id = e.episode_id and x.moment = m.moment and (x.model = '' or s.score <> '' and x.score in (s.score, s.score || '#reached-mic'))
            left join mw_score a on a.episode_id = e.episode_id and a.moment = m.moment and a.score = s.score and a.counts
            left join mw_score b on b.episode_id = e.episode_id and b.moment = 'baseline' and b.score = s.score and b.counts
            where e.index_from is not null
            """;

    private ChangeRows() {}

    /** Rows that are there and should not be, and the other way round. */
    static List<Map<String, Object>> differences(JdbcTemplate jdbc) {
        String stored = "select " + COLUMNS + " from mw_change";
        return jdbc.queryForList(
                "(" + stored + " except " + EXPECTED + ") union all (" + EXPECTED + " except " + stored + ")");
    }
}
