package nl.meerwaarde.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.definition.DefinitionRules;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import org.hl7.fhir.r4.model.CodeSystem;

/** What the code system of recipients keeps to. Other code systems are stored untouched. Texts may change under one version, what may be seen may not. */
final class RecipientPolicyRules implements DefinitionRules<CodeSystem> {
    @Override
    public Class<CodeSystem> type() {
        return CodeSystem.class;
    }

    @Override
    public Optional<CanonicalReference> canonical(CodeSystem codeSystem) {
        return RecipientPolicyReader.isOfRecipients(codeSystem)
                ? Optional.of(new CanonicalReference(codeSystem.getUrl(), codeSystem.getVersion()))
                : Optional.empty();
    }

    @Override
    public List<Problem> check(CodeSystem codeSystem) {
        return RecipientPolicyReader.isOfRecipients(codeSystem)
                ? RecipientPolicyReader.read(codeSystem).problems()
                : List.of();
    }

    @Override
    public String computingContent(CodeSystem codeSystem) {
        RegistryReader.Reading registries = RegistryReader.read(codeSystem);
        Stream<String> policies = RecipientPolicyReader.read(codeSystem).policies().values().stream()
                .map(RecipientPolicy::content)
                .sorted();
        // Without registries it is the text that servers keep already.
        return Stream.concat(
                        policies,
                        Stream.of(registries.content())
                                .filter(text -> !registries.measures().isEmpty()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String contentName() {
        return "recipient policies";
    }
}
