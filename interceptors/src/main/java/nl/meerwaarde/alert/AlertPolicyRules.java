package nl.meerwaarde.alert;

import java.util.List;
import java.util.Optional;
import nl.meerwaarde.definition.DefinitionRules;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import org.hl7.fhir.r4.model.ActivityDefinition;

/** What a safety alert policy keeps to. The alert takes the place of its address, so that each alert has one policy. */
final class AlertPolicyRules implements DefinitionRules<ActivityDefinition> {
    /** The address under which the policy of an alert is registered. */
    static CanonicalReference address(String alert) {
        return new CanonicalReference(CodeSystems.SAFETY_ALERT + "/" + alert, null);
    }

    @Override
    public Class<ActivityDefinition> type() {
        return ActivityDefinition.class;
    }

    @Override
    public Optional<CanonicalReference> canonical(ActivityDefinition definition) {
        return AlertPolicyReader.isPolicy(definition)
                ? AlertPolicyReader.alert(definition).map(AlertPolicyRules::address)
                : Optional.empty();
    }

    @Override
    public List<Problem> check(ActivityDefinition definition) {
        return AlertPolicyReader.isPolicy(definition)
                        && AlertPolicyReader.read(definition) instanceof AlertPolicyReader.Reading.Refused refused
                ? refused.problems()
                : List.of();
    }

    /** Nothing is computed with it: a hospital may change its arrangements at any time. */
    @Override
    public String computingContent(ActivityDefinition definition) {
        return "";
    }

    @Override
    public String contentName() {
        return "arrangements";
    }
}
