package nl.meerwaarde.tests.consent;

import java.util.Set;
import nl.meerwaarde.tests.disclosure.ChangedPolicies;
import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;

/** Other grounds of recipients, for a while. */
final class Grounds {
    static final Set<String> RELEASED_TO = Set.of("organization", "team", "researcher", "public");

    private Grounds() {}

    /** Of some recipients. */
    static ChangedPolicies changed(Fhir fhir, Set<String> recipients, String ground) {
        return ChangedPolicies.of(fhir, policies -> change(policies, recipients, ground));
    }

    static void change(CodeSystem policies, Set<String> recipients, String ground) {
        policies.getConcept().stream()
                .filter(concept -> recipients.contains(concept.getCode()))
                .flatMap(concept -> concept.getProperty().stream())
                .filter(property -> property.getCode().equals("ground"))
                .forEach(property -> property.setValue(new CodeType(ground)));
    }

    /** One recipient more: a study that gets records, on a ground. */
    static ChangedPolicies study(Fhir fhir, String ground) {
        return ChangedPolicies.of(fhir, policies -> {
            CodeSystem.ConceptDefinitionComponent study =
                    policies.addConcept().setCode("study").setDisplay("Study");
            study.addProperty().setCode("exact").setValue(new BooleanType(true));
            study.addProperty().setCode("individual").setValue(new BooleanType(true));
            study.addProperty().setCode("free-periods").setValue(new BooleanType(true));
            study.addProperty().setCode("ground").setValue(new CodeType(ground));
        });
    }
}
