package nl.meerwaarde.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.meerwaarde.questionnaires.InstrumentLibrary;
import nl.meerwaarde.score.Instruments;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every shipped instrument with scores, two groups deep in a form, beside questions whose linkIds begin like its own and that are answered too: every case that comes
 * with it has the same scores as alone.
 */
class ShippedInstrumentsInFormsTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @TestFactory
    Stream<DynamicTest> everyCase() {
        return InstrumentLibrary.instruments().stream()
                .filter(id -> !Instruments.shipped(id).scoreCodes().isEmpty())
                .flatMap(ShippedInstrumentsInFormsTest::casesOf);
    }

    private static Stream<DynamicTest> casesOf(String id) {
        Questionnaire alone = Instruments.shipped(id).questionnaire();
        Questionnaire lookalike = lookalike(alone);
        Questionnaire form = new Library()
                .with(alone, lookalike)
                .assembled(new Module("form")
                        .change(q -> q.setLanguage("en"))
                        .group(
                                "outer",
                                outer -> outer.part(lookalike.getUrl())
                                        .group(
                                                "inner",
                                                inner -> inner.part(alone.getUrl() + "|" + alone.getVersion()))));
        return StreamSupport.stream(cases(id).spliterator(), false)
                .map(testCase -> dynamicTest(
                        id + ": " + testCase.path("title").asText(), () -> check(testCase, form, alone, lookalike)));
    }

    private static void check(JsonNode testCase, Questionnaire form, Questionnaire alone, Questionnaire lookalike) {
        Sheet inForm = new Sheet(form);
        Sheet byItself = new Sheet(alone);
        testCase.path("answers").properties().forEach(answer -> {
            Object value = answer.getValue().isNumber()
                    ? answer.getValue().numberValue()
                    : answer.getValue().asText();
            inForm.answer(answer.getKey(), value);
            byItself.answer(answer.getKey(), value);
        });
        lookalike
                .getItem()
                .forEach(item -> inForm.answer(
                        item.getLinkId(),
                        ((Coding) item.getAnswerOption().get(0).getValue()).getCode()));
        assertThat(byItself.scores()).isNotEmpty();
        assertThat(inForm.scores()).isEqualTo(byItself.scores());
    }

    /** The choices of the instrument again, as questions of nobody, each linkId one letter longer. */
    private static Questionnaire lookalike(Questionnaire alone) {
        Questionnaire lookalike = new Questionnaire();
        lookalike.setUrl(Module.url("lookalike")).setVersion("1").setStatus(PublicationStatus.ACTIVE);
        alone.getItem().stream()
                .filter(item ->
                        item.hasAnswerOption() && item.getAnswerOption().get(0).getValue() instanceof Coding)
                .map(QuestionnaireItemComponent::copy)
                .forEach(item -> {
                    item.setCode(null).setDefinition(null).setEnableWhen(null);
                    lookalike.addItem(item.setLinkId(item.getLinkId() + "x"));
                });
        if (!lookalike.hasItem()) {
            lookalike.addItem(new Module("any")
                    .question("nobody", "nobody")
                    .questionnaire()
                    .getItemFirstRep()
                    .setCode(null));
        }
        return lookalike;
    }

    private static JsonNode cases(String id) {
        try {
            return JSON.readTree(InstrumentLibrary.cases(id)).path("cases");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
