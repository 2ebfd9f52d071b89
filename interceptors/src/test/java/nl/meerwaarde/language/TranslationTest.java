package nl.meerwaarde.language;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.fhir.AcceptedLanguages;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.junit.jupiter.api.Test;

class TranslationTest {
    private final Translation translation = new Translation(FhirContext.forR4Cached());

    /** A form fills it in and sends it, so it must not look like a copy of something stored. */
    @Test
    void whatWasMadeForOneAnswerIsTranslatedAndNoCopy() {
        QuestionnaireResponse prefilled = new QuestionnaireResponse();
        prefilled.addItem().setTextElement(words("Pain", "Pijn").element());
        QuestionnaireResponse dutch = dutch(prefilled);
        assertThat(dutch.getItemFirstRep().getText()).isEqualTo("Pijn");
        assertThat(dutch.getLanguage()).isEqualTo("nl");
        assertThat(Translation.isCopy(dutch)).isFalse();
        assertThat(prefilled.getItemFirstRep().getText()).isEqualTo("Pain");
    }

    @Test
    void aStoredDefinitionBecomesAMarkedCopy() {
        Questionnaire stored =
                new Questionnaire().setTitleElement(words("Pain", "Pijn").element());
        stored.setId("q");
        assertThat(dutch(stored).getTitle()).isEqualTo("Pijn");
        assertThat(Translation.isCopy(dutch(stored))).isTrue();
        assertThat(Translation.isCopy(stored)).isFalse();
    }

    @Test
    void nothingToTranslateIsNoCopy() {
        Questionnaire stored = new Questionnaire().setTitle("Pain");
        stored.setLanguage("en").setId("q");
        assertThat(translation.in(AcceptedLanguages.parse("nl"), stored))
                .isEqualTo(new Translation.Translated<>(stored, Optional.of("en")));
    }

    @Test
    void portalsReadWhatTheyWriteAsItIs() {
        Patient stored = new Patient();
        stored.setId("p");
        assertThat(Translation.applies(stored)).isFalse();
        assertThat(Translation.applies(new Patient())).isTrue();
    }

    @Test
    void displaysOfValueSetsAreTranslated() {
        ValueSet valueSet = new ValueSet();
        ConceptReferenceComponent concept =
                valueSet.getCompose().addInclude().addConcept().setCode("l").setDisplay("Left");
        concept.addDesignation().setLanguage("nl").setValue("Links");
        concept.addDesignation()
                .setLanguage("nl")
                .setValue("Linkerkant")
                .getUse()
                .setCode("synonym");
        ValueSetExpansionContainsComponent sides = valueSet.getExpansion().addContains();
        sides.addContains()
                .setDisplay("Right")
                .addDesignation()
                .setLanguage("nl")
                .setValue("Rechts");
        ValueSet dutch = dutch(valueSet);
        assertThat(dutch.getCompose().getIncludeFirstRep().getConceptFirstRep().getDisplay())
                .isEqualTo("Links");
        assertThat(dutch.getExpansion()
                        .getContainsFirstRep()
                        .getContainsFirstRep()
                        .getDisplay())
                .isEqualTo("Rechts");
    }

    private <T extends Resource> T dutch(T resource) {
        return translation.in(AcceptedLanguages.parse("nl"), resource).resource();
    }

    private static Sentence words(String english, String dutch) {
        return new Sentence(english, Map.of("nl", dutch));
    }
}
