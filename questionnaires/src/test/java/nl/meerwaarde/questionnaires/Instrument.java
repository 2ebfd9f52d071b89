package nl.meerwaarde.questionnaires;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** One instrument of the library, read strictly. */
record Instrument(
        String id, Questionnaire questionnaire, Bundle definitions, Cases cases, List<Map<String, String>> states) {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    record Cases(String questionnaire, List<Case> cases) {}

    record Case(String title, Map<String, Object> answers, Map<String, BigDecimal> scores) {}

    static Stream<Instrument> all() {
        return InstrumentLibrary.instruments().stream().map(Instrument::read);
    }

    static String text(URL resource) {
        try (InputStream in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instrument read(String id) {
        IParser parser = FHIR.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        return new Instrument(
                id,
                parser.parseResource(Questionnaire.class, text(InstrumentLibrary.questionnaire(id))),
                parser.parseResource(Bundle.class, text(InstrumentLibrary.observationDefinitions(id))),
                readCases(id),
                InstrumentLibrary.states(id).map(Instrument::readTable).orElse(List.of()));
    }

    private static Cases readCases(String id) {
        try {
            return JSON.readValue(text(InstrumentLibrary.cases(id)), Cases.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> readTable(URL csv) {
        List<List<String>> lines =
                text(csv).lines().map(line -> List.of(line.split(",", -1))).toList();
        List<String> header = lines.get(0);
        return lines.stream().skip(1).map(row -> zip(header, row)).toList();
    }

    private static Map<String, String> zip(List<String> header, List<String> row) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int column = 0; column < header.size(); column++) {
            named.put(header.get(column), row.get(column));
        }
        return named;
    }

    /** Instruments that come with items; the others are shells that a hospital fills. */
    static Stream<Instrument> withItems() {
        return all().filter(instrument -> !instrument.isShell());
    }

    /** A shell says whose instrument it is, and leaves items and scores to the owner's licensed text. */
    boolean isShell() {
        return !questionnaire.hasItem();
    }

    /** Everything that is calculated: scores and their standard errors. */
    List<QuestionnaireItemComponent> scoreItems() {
        return questionnaire.getItem().stream()
                .filter(QuestionnaireItemComponent::getReadOnly)
                .toList();
    }

    /** About a patient; else about a team or an organisation, of which R4 knows no Observation. */
    boolean isAboutPatient() {
        return questionnaire.getSubjectType().stream().allMatch(type -> "Patient".equals(type.getCode()));
    }

    /** The scores proper, which become Observations. */
    List<QuestionnaireItemComponent> observedItems() {
        return scoreItems().stream()
                .filter(item -> isAboutPatient() && !item.hasExtension(Extensions.STANDARD_ERROR_OF))
                .toList();
    }

    /** Scores that stay in the response. */
    List<QuestionnaireItemComponent> keptItems() {
        return scoreItems().stream()
                .filter(item -> !observedItems().contains(item))
                .toList();
    }

    List<QuestionnaireItemComponent> standardErrorItems() {
        return scoreItems().stream()
                .filter(item -> item.hasExtension(Extensions.STANDARD_ERROR_OF))
                .toList();
    }

    /** Items that are asked: neither calculated nor a text to be read only. */
    List<QuestionnaireItemComponent> answerItems() {
        return questionnaire.getItem().stream()
                .filter(item -> !item.getReadOnly() && item.getType() != QuestionnaireItemType.DISPLAY)
                .toList();
    }

    List<QuestionnaireItemComponent> choiceItems() {
        return answerItems().stream()
                .filter(item -> item.getType() == QuestionnaireItemType.CHOICE)
                .toList();
    }

    List<ObservationDefinition> observationDefinitions() {
        return definitions.getEntry().stream()
                .map(entry -> (ObservationDefinition) entry.getResource())
                .toList();
    }

    /** The choices of a row of the states table, one character each. */
    Map<String, Object> answersOfState(String state) {
        Map<String, Object> answers = new LinkedHashMap<>();
        List<QuestionnaireItemComponent> choices = choiceItems();
        for (int place = 0; place < choices.size(); place++) {
            answers.put(choices.get(place).getLinkId(), state.substring(place, place + 1));
        }
        return answers;
    }

    /** A response with an item for each answer, in the order of the Questionnaire. */
    QuestionnaireResponse response(Map<String, Object> answers) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        answerItems().stream()
                .filter(item -> answers.containsKey(item.getLinkId()))
                .forEach(item -> response.addItem()
                        .setLinkId(item.getLinkId())
                        .addAnswer()
                        .setValue(answer(item, answers.get(item.getLinkId()))));
        return response;
    }

    private static Type answer(QuestionnaireItemComponent item, Object value) {
        return switch (item.getType()) {
            case INTEGER -> new IntegerType((Integer) value);
            case DECIMAL -> new DecimalType(new BigDecimal(value.toString()));
            case TEXT -> new StringType((String) value);
            default -> option(item, (String) value);
        };
    }

    private static Coding option(QuestionnaireItemComponent item, String code) {
        return item.getAnswerOption().stream()
                .map(option -> option.getValueCoding())
                .filter(coding -> coding.getCode().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(item.getLinkId() + " has no option " + code));
    }

    @Override
    public String toString() {
        return id;
    }
}
