package nl.meerwaarde.outcomeset;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import org.hl7.fhir.r4.model.PlanDefinition;

/** The instruments and sets that an outcome set names, and whether this server has them. */
class NamedDefinitions {
    private final InstrumentCatalogue instruments;
    private final OutcomeSetCatalogue sets;

    NamedDefinitions(InstrumentCatalogue instruments, OutcomeSetCatalogue sets) {
        this.instruments = instruments;
        this.sets = sets;
    }

    Optional<Instrument> instrument(CanonicalReference questionnaire) {
        return instruments.find(questionnaire);
    }

    /** What the sets measure that a set takes over, as far as this server has them. */
    Set<Code> measuredByTakenSets(PlanDefinition definition) {
        return SetAction.of(definition).stream()
                .flatMap(action -> taken(action).stream())
                .flatMap(set -> sets.whole(set).measurements())
                .map(Measurement::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<OutcomeSet> taken(SetAction action) {
        return action.isTakenSet() ? action.definition().flatMap(sets::find) : Optional.empty();
    }

    /** What a definition names and this server does not have. */
    List<Problem> missing(PlanDefinition definition) {
        return SetAction.of(definition).stream().flatMap(this::missing).toList();
    }

    private Stream<Problem> missing(SetAction action) {
        String path = action.path("definition");
        if (action.isTakenSet()) {
            return action.definition().stream()
                    .flatMap(named -> sets.find(named)
                            .map(set -> missing(sets.whole(set), path))
                            .orElseGet(() -> Stream.of(unknownSet(named, path))));
        }
        return action.means().stream().flatMap(means -> missing(means, path));
    }

    /**
     * What a set with all that it takes over names and this server does not have.
     *
     * @param path the element or parameter that names the set
     */
    Stream<Problem> missing(WholeSet whole, String path) {
        return Stream.concat(
                whole.unknown().stream().map(set -> unknownSet(set, path)),
                whole.measurements().map(Measurement::means).distinct().flatMap(means -> missing(means, path)));
    }

    private Stream<Problem> missing(Measurement.Means means, String path) {
        return means instanceof Measurement.Asked asked
                        && instruments.find(asked.questionnaire()).isEmpty()
                ? Stream.of(unknownQuestionnaire(asked.questionnaire(), path))
                : Stream.empty();
    }

    private Problem unknownQuestionnaire(CanonicalReference questionnaire, String path) {
        List<String> versions = instruments.versions(questionnaire.url());
        return versions.isEmpty() || questionnaire.version() == null
                ? new Problem(
                        ProblemCode.UNKNOWN_QUESTIONNAIRE,
                        path,
                        "This server has no Questionnaire " + questionnaire.url() + ".")
                : new Problem(
                        ProblemCode.UNKNOWN_QUESTIONNAIRE_VERSION,
                        path,
                        "This server has no version " + questionnaire.version() + " of Questionnaire "
                                + questionnaire.url() + "; it has " + String.join(", ", versions) + ".");
    }

    static Problem unknownSet(CanonicalReference set, String path) {
        return new Problem(ProblemCode.UNKNOWN_OUTCOME_SET, path, "This server has no outcome set " + set + ".");
    }
}
