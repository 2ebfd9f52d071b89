package nl.meerwaarde.pathway;

import java.util.List;
import java.util.Optional;
import nl.meerwaarde.definition.DefinitionRules;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import org.hl7.fhir.r4.model.PlanDefinition;

/** What a pathway keeps to. Its texts may change under one version; moments, windows, instruments and events may not. */
public final class PathwayRules implements DefinitionRules<PlanDefinition> {
    @Override
    public Class<PlanDefinition> type() {
        return PlanDefinition.class;
    }

    @Override
    public Optional<CanonicalReference> canonical(PlanDefinition definition) {
        return PathwayReader.isPathway(definition)
                ? Optional.of(new CanonicalReference(definition.getUrl(), definition.getVersion()))
                : Optional.empty();
    }

    @Override
    public List<Problem> check(PlanDefinition definition) {
        return PathwayReader.isPathway(definition)
                ? PathwayReader.read(definition).problems()
                : List.of();
    }

    @Override
    public String computingContent(PlanDefinition definition) {
        Pathway pathway = PathwayReader.read(definition).pathway();
        return "" + sorted(pathway.indexCodes())
                + pathway.moments().stream().map(PathwayRules::content).toList()
                + pathway.events().stream().map(PathwayRules::content).toList();
    }

    private static String content(Pathway.Moment moment) {
        return moment.code()
                + moment.targetDay()
                + moment.window()
                + sorted(moment.questionnaires())
                + sorted(moment.measurements())
                + (moment.sets().isEmpty() ? "" : sorted(moment.sets()));
    }

    private static String content(Pathway.Event event) {
        return event.code()
                + event.resourceType()
                + sorted(event.codes())
                + event.pathway()
                + event.window()
                + event.endsFollowUp();
    }

    /** Sets have no order of their own; equal content must give equal text. */
    private static List<String> sorted(java.util.Set<?> set) {
        return set.stream().map(String::valueOf).sorted().toList();
    }

    @Override
    public String contentName() {
        return "moments, windows and events";
    }
}
