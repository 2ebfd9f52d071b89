package nl.meerwaarde.outcomeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.definition.DefinitionRules;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.PlanDefinition;

/**
 * What an outcome set keeps to. Texts, sources and status may change under one version: a set is switched on and off as it is. What it measures, by whom,
 * when and with what may not. What it names must exist when it is switched on; until then a hospital may still be loading its instruments.
 */
final class OutcomeSetRules implements DefinitionRules<PlanDefinition> {
    private final NamedDefinitions named;
    private final Vocabulary vocabulary;

    OutcomeSetRules(NamedDefinitions named, Vocabulary vocabulary) {
        this.named = named;
        this.vocabulary = vocabulary;
    }

    @Override
    public Class<PlanDefinition> type() {
        return PlanDefinition.class;
    }

    @Override
    public Optional<CanonicalReference> canonical(PlanDefinition definition) {
        return OutcomeSetReader.canonical(definition);
    }

    @Override
    public List<Problem> check(PlanDefinition definition) {
        if (!OutcomeSetReader.isOutcomeSet(definition)) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>(
                OutcomeSetCheck.problems(definition, vocabulary, named.measuredByTakenSets(definition)));
        if (definition.getStatus() == PublicationStatus.ACTIVE) {
            problems.addAll(named.missing(definition));
        }
        return problems;
    }

    @Override
    public String coveredProfile() {
        return Canonicals.Profiles.OUTCOME_SET;
    }

    /** Order is the form's matter: the same outcomes in another order are the same set. */
    @Override
    public String computingContent(PlanDefinition definition) {
        return OutcomeSetReader.read(definition).stream()
                .flatMap(set -> Stream.concat(
                        set.measurements().stream().map(OutcomeSetRules::content),
                        set.taken().stream().map(taken -> taken.set() + sorted(taken.moments().stream()))))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String content(Measurement measurement) {
        return String.join(
                " ",
                measurement.kind().code(),
                measurement.code().key(),
                measurement.reporter().code(),
                content(measurement.means()),
                sorted(measurement.onlyWith().stream()),
                sorted(measurement.moments().stream()));
    }

    private static String content(Measurement.Means means) {
        if (means instanceof Measurement.Recorded recorded) {
            return recorded.resourceType() + "." + recorded.element() + sorted(recorded.codes().stream());
        }
        return ((Measurement.Asked) means).questionnaire().toString();
    }

    private static String sorted(Stream<?> values) {
        return values.map(String::valueOf).sorted().toList().toString();
    }

    @Override
    public String contentName() {
        return "outcomes, instruments and moments";
    }
}
