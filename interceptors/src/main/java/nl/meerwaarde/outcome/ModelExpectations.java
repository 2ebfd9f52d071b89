package nl.meerwaarde.outcome;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.casemix.AtIndex;
import nl.meerwaarde.casemix.CaseMixModel;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the active case-mix models expect of episodes that have an index event, whether or not the outcome is known by now.
 *
 * @param models the active case-mix models about episodes of a pathway
 */
record ModelExpectations(Function<CanonicalReference, List<CaseMixModel>> models) {
    List<Outcomes.ExpectationFact> of(
            List<EpisodeCourse> courses,
            List<Outcomes.EpisodeFact> episodes,
            List<Outcomes.ScoreFact> scores,
            List<RecordEntry> record) {
        Map<CanonicalReference, List<CaseMixModel>> byPathway = new HashMap<>();
        Map<String, Outcomes.EpisodeFact> byId =
                episodes.stream().collect(Collectors.toMap(Outcomes.EpisodeFact::episode, episode -> episode));
        return courses.stream()
                .filter(course -> course.index() != null)
                .flatMap(course -> {
                    List<CaseMixModel> active =
                            byPathway.computeIfAbsent(course.pathway().canonical(), models);
                    Outcomes.EpisodeFact episode = byId.get(course.episode().id());
                    return active.isEmpty() || episode == null
                            ? Stream.empty()
                            : expectations(course, active, known(episode, course.index(), scores, record));
                })
                .toList();
    }

    private static Stream<Outcomes.ExpectationFact> expectations(
            EpisodeCourse course, List<CaseMixModel> active, AtIndex known) {
        return active.stream()
                .filter(model -> course.pathway().moment(model.moment()).isPresent())
                .flatMap(model -> fact(course, model, known).stream());
    }

    private static Optional<Outcomes.ExpectationFact> fact(EpisodeCourse course, CaseMixModel model, AtIndex known) {
        return model.expected(known)
                .map(value -> new RecordEntry.Expected(model.outcome(), model.moment(), value))
                .filter(OutcomeDerivation::isStorable)
                .map(expected -> new Outcomes.ExpectationFact(
                        course.episode().id(),
                        expected.moment(),
                        expected.score(),
                        model.key(),
                        "Library/" + model.library(),
                        expected.value()));
    }

    private static AtIndex known(
            Outcomes.EpisodeFact episode,
            @Nullable DateSpan index,
            List<Outcomes.ScoreFact> scores,
            List<RecordEntry> record) {
        Map<String, BigDecimal> before = new HashMap<>();
        scores.stream()
                .filter(score -> score.counts() && score.episode().equals(episode.episode()))
                .filter(score -> score.moment().equals(Pathway.BASELINE))
                .forEach(score -> {
                    if (score.value() != null) {
                        before.put(score.score(), score.value());
                    }
                });
        return new AtIndex(
                episode.age(), episode.ageBand(), episode.sex(), before, AtIndex.conditionsBy(index, record));
    }
}
