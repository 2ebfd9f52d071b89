package nl.meerwaarde.tests.disclosure;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;

/** Other policies of recipients for a while; then those that were there before. */
public record ChangedPolicies(Fhir fhir, CodeSystem before) implements AutoCloseable {
    private static final String POLICIES = "CodeSystem/disclosure-recipient";

    public static ChangedPolicies of(Fhir fhir, Consumer<CodeSystem> change) {
        CodeSystem before = fhir.get(POLICIES).stored(CodeSystem.class);
        before.getMeta().setVersionId(null);
        CodeSystem changed = before.copy();
        change.accept(changed);
        changed.setVersion("changed-" + UUID.randomUUID());
        changed.setCount(counted(changed.getConcept()));
        assertThat(fhir.put(changed)).hasStatus(200);
        return new ChangedPolicies(fhir, before);
    }

    private static int counted(List<ConceptDefinitionComponent> concepts) {
        return concepts.stream()
                .mapToInt(concept -> 1 + counted(concept.getConcept()))
                .sum();
    }

    @Override
    public void close() {
        assertThat(fhir.put(before)).hasStatus(200);
    }
}
