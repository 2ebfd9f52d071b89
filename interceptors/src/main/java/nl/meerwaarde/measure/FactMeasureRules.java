package nl.meerwaarde.measure;

import java.util.List;
import java.util.Optional;
import nl.meerwaarde.definition.DefinitionRules;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import org.hl7.fhir.r4.model.Measure;

/** What a Measure that is answered from facts keeps to. Other Measures are stored untouched. */
final class FactMeasureRules implements DefinitionRules<Measure> {
    @Override
    public Class<Measure> type() {
        return Measure.class;
    }

    @Override
    public Optional<CanonicalReference> canonical(Measure measure) {
        return FactMeasureReader.isFactMeasure(measure) && measure.hasUrl()
                ? Optional.of(new CanonicalReference(measure.getUrl(), measure.getVersion()))
                : Optional.empty();
    }

    @Override
    public List<Problem> check(Measure measure) {
        return FactMeasureReader.isFactMeasure(measure)
                        && FactMeasureReader.read(measure) instanceof FactMeasureReader.Reading.Refused refused
                ? refused.problems()
                : List.of();
    }

    /** Texts of groups do not count; the rest is what the record says. */
    @Override
    public String computingContent(Measure measure) {
        if (!(FactMeasureReader.read(measure) instanceof FactMeasureReader.Reading.Usable usable)) {
            return "unusable";
        }
        return usable.measure().content();
    }

    @Override
    public String contentName() {
        return "pathway, score, moments, model and groups";
    }
}
