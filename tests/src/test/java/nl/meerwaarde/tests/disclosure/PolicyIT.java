package nl.meerwaarde.tests.disclosure;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;

/** Policies are data of the hospital; nonsense is refused. */
class PolicyIT {
    private final Fhir fhir = TestServer.fhir();

    @Test
    void everythingThatIsWrongIsNamed() {
        OperationOutcome outcome = fhir.put(changed("9.9.9", open -> {
                    open.getProperty().removeIf(property -> property.getCode().equals("threshold"));
                    open.addProperty().setCode("protection-of").setValue(new IntegerType(1));
                    open.getProperty().removeIf(property -> property.getCode().equals("period"));
                }))
                .body(OperationOutcome.class);

        assertThat(outcome.getIssue())
                .extracting(issue -> issue.getDiagnostics())
                .anySatisfy(text -> assertThat(text).contains("threshold"));
        assertThat(outcome.getIssue())
                .extracting(issue -> issue.getDiagnostics())
                .anySatisfy(text -> assertThat(text).contains("protection-of"));
        assertThat(outcome.getIssue())
                .extracting(issue -> issue.getDiagnostics())
                .anySatisfy(text -> assertThat(text).contains("no period"));
    }

    @Test
    void otherRulesNeedAnotherVersion() {
        CodeSystem stored = stored();
        assertThat(fhir.put(changed(stored.getVersion(), PolicyIT::stricter))).hasStatus(422);
        assertThat(stored().getMeta().getVersionId()).isEqualTo(stored.getMeta().getVersionId());
    }

    @Test
    void aNewVersionAppliesAtOnce() {
        CodeSystem before = stored();
        String next = before.getVersion() + ".1";
        try {
            assertThat(fhir.put(changed(next, PolicyIT::stricter))).hasStatus(200);
            assertThat(policyVersion()).isEqualTo(next);
        } finally {
            CodeSystem back = before.copy();
            back.getMeta().setVersionId(null);
            assertThat(fhir.put(back)).hasStatus(200);
        }
        assertThat(policyVersion()).isEqualTo(before.getVersion());
    }

    /** As a report for everybody says by which version it was let through. */
    private String policyVersion() {
        Coding disclosedTo = (Coding) Hospitals.of(fhir, 2011, "a")
                .report("&recipient=public")
                .body(MeasureReport.class)
                .getExtensionByUrl(Canonicals.Extensions.DISCLOSED_TO)
                .getValue();
        return disclosedTo.getVersion();
    }

    @Test
    void theyAreNotDeleted() {
        assertThat(fhir.delete("CodeSystem/disclosure-recipient")).hasStatus(422);
    }

    private static void stricter(ConceptDefinitionComponent open) {
        open.getProperty().stream()
                .filter(property -> property.getCode().equals("threshold"))
                .forEach(property -> property.setValue(new IntegerType(20)));
    }

    private CodeSystem changed(String version, Consumer<ConceptDefinitionComponent> change) {
        CodeSystem changed = stored();
        changed.setVersion(version);
        changed.getConcept().stream()
                .filter(concept -> concept.getCode().equals("public"))
                .forEach(change);
        return changed;
    }

    private CodeSystem stored() {
        return fhir.get("CodeSystem/disclosure-recipient").stored(CodeSystem.class);
    }
}
