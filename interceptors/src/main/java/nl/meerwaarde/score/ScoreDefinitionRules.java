package nl.meerwaarde.score;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.definition.DefinitionRules;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.ObservationDefinition;

/** What an ObservationDefinition of a score keeps to. R4 gives it no canonical address; the score's code takes its place, so that each score has one meaning. */
public final class ScoreDefinitionRules implements DefinitionRules<ObservationDefinition> {
    private final FhirContext fhirContext;

    public ScoreDefinitionRules(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
    }

    /** The address under which the definition of a score is registered. */
    public static CanonicalReference address(Code score) {
        return new CanonicalReference(score.system() + "/" + score.code(), null);
    }

    @Override
    public Class<ObservationDefinition> type() {
        return ObservationDefinition.class;
    }

    @Override
    public Optional<CanonicalReference> canonical(ObservationDefinition definition) {
        return definition.hasExtension(Canonicals.Extensions.SCORE_DIRECTION)
                ? Code.of(definition.getCode()).stream().findFirst().map(ScoreDefinitionRules::address)
                : Optional.empty();
    }

    @Override
    public List<Problem> check(ObservationDefinition definition) {
        List<Problem> problems = new ArrayList<>();
        if (definition.hasExtension(Canonicals.Extensions.SCORE_DIRECTION)
                && Code.of(definition.getCode()).isEmpty()) {
            problems.add(invalid("ObservationDefinition.code", "The definition of a score needs the score's code."));
        }
        try {
            ScoreDefinition.of(definition);
        } catch (IllegalArgumentException e) {
            problems.add(invalid("ObservationDefinition.extension", String.valueOf(e.getMessage())));
        }
        return problems;
    }

    private static Problem invalid(String path, String sentence) {
        return new Problem(ProblemCode.INVALID_DEFINITION, path, sentence);
    }

    @Override
    public String computingContent(ObservationDefinition definition) {
        ObservationDefinition content = definition.copy();
        content.setMeta(null);
        content.setText(null);
        content.setId((String) null);
        content.setPreferredReportName(null);
        return fhirContext.newJsonParser().encodeResourceToString(content);
    }

    @Override
    public String contentName() {
        return "direction, range and thresholds";
    }
}
