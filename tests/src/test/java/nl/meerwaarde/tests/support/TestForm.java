package nl.meerwaarde.tests.support;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.util.UUID;
import java.util.function.Consumer;
import nl.meerwaarde.terminology.Canonicals.SdcExtensions;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;

/** A modular form in the making: groups that each hold another Questionnaire. Every one has an address of its own. */
public final class TestForm {
    private final Questionnaire questionnaire = new Questionnaire();

    private TestForm() {
        questionnaire.setUrl("https://tests.meerwaarde.example/Questionnaire/" + UUID.randomUUID());
        questionnaire.setVersion("1.0.0").setStatus(PublicationStatus.ACTIVE).addSubjectType("Patient");
    }

    /** One that no other test knows. */
    public static TestForm unique() {
        return new TestForm();
    }

    /** A group that holds this Questionnaire. */
    public TestForm part(String linkId, String canonical) {
        questionnaire
                .addItem()
                .setLinkId(linkId)
                .setText("Part " + linkId)
                .setType(QuestionnaireItemType.GROUP)
                .addItem()
                .setLinkId(linkId + "-part")
                .setText("This part is not available")
                .setType(QuestionnaireItemType.DISPLAY)
                .addExtension(SdcExtensions.SUB_QUESTIONNAIRE, new CanonicalType(canonical));
        return this;
    }

    /** What {@code $assemble} made, whether or not there was something to say about it. */
    public static Questionnaire assembled(Reply reply) {
        assertThat(reply).succeeded();
        return reply.http().jsonPath().getString("resourceType").equals("Questionnaire")
                ? reply.body(Questionnaire.class)
                : (Questionnaire) reply.body(Parameters.class).getParameter().stream()
                        .filter(parameter -> parameter.getName().equals("return"))
                        .findFirst()
                        .orElseThrow()
                        .getResource();
    }

    public String url() {
        return questionnaire.getUrl();
    }

    /** Anything that this language has no word for. */
    public TestForm change(Consumer<Questionnaire> change) {
        change.accept(questionnaire);
        return this;
    }

    /** The Questionnaire as it would be sent. */
    public Questionnaire questionnaire() {
        return questionnaire.copy();
    }
}
