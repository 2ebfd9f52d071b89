package nl.meerwaarde.tests.decision;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Profiles;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.UsageContext;
import org.junit.jupiter.api.Test;

/** The library of decision aids answers who looks for a condition, a decision point and a reading level. */
class DecisionAidIT {
    /** Of this test alone, so that other tests' aids are not found. */
    private final String condition = UUID.randomUUID().toString();

    private final Fhir fhir = TestServer.fhir();

    @Test
    void aidsAreFoundByConditionDecisionPointAndReadingLevel() {
        String plain = aid("surgery-or-not", "b1");
        String hard = aid("surgery-or-not", "c1");
        String medicine = aid("medication", "b1");
        assertThat(found()).containsExactlyInAnyOrder(plain, hard, medicine);
        assertThat(found(CodeSystems.DECISION_POINT + "|surgery-or-not")).containsExactlyInAnyOrder(plain, hard);
        assertThat(found(CodeSystems.DECISION_POINT + "|surgery-or-not", CodeSystems.READABILITY + "|b1"))
                .containsExactly(plain);
    }

    private String aid(String point, String level) {
        Library aid = new Library();
        aid.getMeta().addProfile(Profiles.DECISION_AID);
        aid.setUrl("https://tests.meerwaarde.example/Library/" + UUID.randomUUID());
        aid.setTitle("Decision aid").setDescription("Made up").setStatus(PublicationStatus.ACTIVE);
        aid.getType()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/library-type")
                .setCode("asset-collection");
        String types = "http://terminology.hl7.org/CodeSystem/usage-context-type";
        aid.addUseContext(context(types, "focus", "https://tests.meerwaarde.example/condition", condition));
        aid.addUseContext(
                context(CodeSystems.DECISION_AID_CONTEXT, "decision-point", CodeSystems.DECISION_POINT, point));
        aid.addUseContext(context(CodeSystems.DECISION_AID_CONTEXT, "reading-level", CodeSystems.READABILITY, level));
        return fhir.post(aid).id();
    }

    private static UsageContext context(String types, String type, String system, String code) {
        return new UsageContext(new Coding(types, type, null), new CodeableConcept(new Coding(system, code, null)));
    }

    private List<String> found(String... contexts) {
        StringBuilder query =
                new StringBuilder("Library?context=https://tests.meerwaarde.example/condition|" + condition);
        for (String context : contexts) {
            query.append("&context=").append(context);
        }
        return fhir.get(query.toString()).stored(Bundle.class).getEntry().stream()
                .map(entry -> entry.getResource().getIdPart())
                .toList();
    }
}
