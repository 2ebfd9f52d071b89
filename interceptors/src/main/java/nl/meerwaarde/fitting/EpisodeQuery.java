package nl.meerwaarde.fitting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meerwaarde.casemix.AtIndex;
import nl.meerwaarde.casemix.CaseMixModel;
import nl.meerwaarde.casemix.Covariate;
import nl.meerwaarde.consent.Population;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.score.ScoreDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The episodes of a period that a model can be fitted on: the window is closed, the outcome is known, and nothing of it was said by a proxy. A patient who
 * died or was revised before is no outcome of a score, but a patient with the predicted event is one of the event. Needs a transaction in which all
 * statements see the same facts.
 */
class EpisodeQuery {
    private static final String SCOPE = """
            from mw_episode e
            join mw_moment m on m.episode_id = e.episode_id and m.moment = :moment
            %s
            where e.pathway = :pathway and (cast(:pathwayVersion as varchar(100)) is null or e.pathway_version = :pathwayVersion)
              and e.index_from >= :from and e.index_to <= :to and m.closes_on < :asOf
            """;

    private static final String EPISODES =
            "select e.episode_id, e.patient_id, e.organization_id, e.index_from, e.index_to, e.sex, e.age, e.age_band, ";

    private static final String SCORED = EPISODES + "a.score_value "
            + SCOPE.formatted(
                    "join mw_score a on a.episode_id = e.episode_id and a.moment = :moment and a.score = :score and a.counts and a.respondent <> 'proxy'")
            + " and m.counted and a.score_value is not null";

    private static final String EVENTS = EPISODES + """
            exists (select 1 from mw_event v where v.episode_id = e.episode_id and v.event = :event and v.happened_from <= m.closes_on)
            """ + SCOPE.formatted("") + """
             and (m.counted or exists (select 1 from mw_event v where v.episode_id = e.episode_id and v.event = :event and v.happened_from <= m.closes_on))
            """;

    private static final String EVENTS_WITHIN = EPISODES
            + "exists (select 1 from mw_event v where v.episode_id = e.episode_id and v.event = :event and v.happened_to <= e.index_from + %1$d) "
            + SCOPE.formatted("") + " and e.index_to + %1$d < :asOf";

    private static final String TREATED_WITHIN =
            EPISODES + "e.days_to_index <= %1$d " + SCOPE.formatted("") + " and e.days_to_index is not null";

    private static final String BEFORE = "select b.episode_id, b.score, b.score_value, b.respondent "
            + SCOPE.formatted(
                    "join mw_score b on b.episode_id = e.episode_id and b.moment = :baseline and b.score in (:scores) and b.counts");

    private final NamedParameterJdbcTemplate jdbc;
    private final PatientRecords records;

    EpisodeQuery(JdbcTemplate jdbc, PatientRecords records) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.records = records;
    }

    /**
     * The episodes of the period.
     *
     * @param counted whose episodes they may be
     * @param definition what the model's score means; needed where it predicts whether the minimal important change is reached
     */
    List<ObservedEpisode> episodes(
            CaseMixModel model,
            LocalDate from,
            LocalDate to,
            LocalDate asOf,
            Population counted,
            @Nullable ScoreDefinition definition) {
        MapSqlParameterSource parameters = counted.addTo(parameters(model, from, to, asOf));
        boolean happens = model.event() != null || isOfTime(model);
        List<Row> rows = jdbc.query(
                statement(model) + counted.condition("e.patient_id"),
                parameters,
                (row, n) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3) == null ? "unknown" : row.getString(3),
                        new DateSpan(row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class), null),
                        row.getString(6),
                        row.getObject(7, Integer.class),
                        row.getString(8),
                        happens ? (row.getBoolean(9) ? BigDecimal.ONE : BigDecimal.ZERO) : row.getBigDecimal(9)));
        Map<String, Map<String, BigDecimal>> before = new HashMap<>();
        Set<String> byProxy = new HashSet<>();
        readBefore(parameters, before, byProxy);
        Map<String, List<RecordEntry.Event>> conditions = conditions(model);
        List<ObservedEpisode> episodes = new ArrayList<>();
        for (Row row : rows) {
            Map<String, BigDecimal> scores = before.getOrDefault(row.episode(), Map.of());
            Double outcome = outcome(model, row.outcome(), scores, definition);
            if (outcome != null && !byProxy.contains(row.episode())) {
                AtIndex known = new AtIndex(
                        row.age(),
                        row.ageBand(),
                        row.sex(),
                        scores,
                        AtIndex.conditionsBy(row.index(), conditions.getOrDefault(row.patient(), List.of())));
                episodes.add(new ObservedEpisode(row.episode(), row.organization(), known, outcome));
            }
        }
        return episodes;
    }

    private static boolean isOfTime(CaseMixModel model) {
        return CaseMixModel.TREATED_WITHIN_DAYS.equals(model.share());
    }

    private static String statement(CaseMixModel model) {
        if (isOfTime(model)) {
            return TREATED_WITHIN.formatted(model.days());
        }
        if (model.event() == null) {
            return SCORED;
        }
        return model.days() == 0 ? EVENTS : EVENTS_WITHIN.formatted(model.days());
    }

    private record Row(
            String episode,
            String patient,
            String organization,
            DateSpan index,
            @Nullable String sex,
            @Nullable Integer age,
            @Nullable String ageBand,
            BigDecimal outcome) {}

    private static MapSqlParameterSource parameters(CaseMixModel model, LocalDate from, LocalDate to, LocalDate asOf) {
        Set<String> scores = model.covariates().stream()
                .map(Covariate::score)
                .filter(Objects::nonNull)
                .map(Code::key)
                .collect(Collectors.toCollection(HashSet::new));
        if (model.score() != null) {
            scores.add(model.score().key());
        }
        return new MapSqlParameterSource()
                .addValue("moment", model.moment())
                .addValue("baseline", Pathway.BASELINE)
                .addValue("pathway", model.pathway().url())
                .addValue("pathwayVersion", model.pathway().version())
                .addValue("score", model.score() == null ? "" : model.score().key())
                .addValue("scores", scores.isEmpty() ? Set.of("") : scores)
                .addValue("event", model.event() == null ? "" : model.event().code())
                .addValue("from", from)
                .addValue("to", to)
                .addValue("asOf", asOf);
    }

    private void readBefore(
            MapSqlParameterSource parameters, Map<String, Map<String, BigDecimal>> before, Set<String> byProxy) {
        jdbc.query(BEFORE, parameters, row -> {
            if ("proxy".equals(row.getString(4))) {
                byProxy.add(row.getString(1));
            }
            if (row.getBigDecimal(3) != null) {
                before.computeIfAbsent(row.getString(1), episode -> new HashMap<>())
                        .put(row.getString(2), row.getBigDecimal(3));
            }
        });
    }

    private Map<String, List<RecordEntry.Event>> conditions(CaseMixModel model) {
        return model.covariates().stream().anyMatch(covariate -> covariate.variable() == Covariate.Variable.CONDITIONS)
                ? records.conditionsOf(model.pathway().url())
                : Map.of();
    }

    /** Null where the outcome of a change is not known, because there is no score before. */
    private static @Nullable Double outcome(
            CaseMixModel model,
            BigDecimal observed,
            Map<String, BigDecimal> before,
            @Nullable ScoreDefinition definition) {
        if (model.kind() == CaseMixModel.Kind.LINEAR || model.event() != null || isOfTime(model)) {
            return observed.doubleValue();
        }
        Optional<Change> change = Change.of(model, definition);
        BigDecimal first = before.get(Objects.requireNonNull(model.score()).key());
        if (change.isEmpty() || first == null && change.get() != Change.TOP_SCORE) {
            return null;
        }
        return change.get().holds(first, observed, Objects.requireNonNull(definition)) ? 1.0 : 0.0;
    }
}
