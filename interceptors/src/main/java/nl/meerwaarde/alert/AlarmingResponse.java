package nl.meerwaarde.alert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.instrument.AlarmRule;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.Question;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A response with at least one alarming answer.
 *
 * @param id the response's id, or null when it has none yet
 * @param subject whose answers, as the response says; may be empty
 * @param questionnaire what was answered
 * @param authored when it was answered, or null
 * @param alarms the alarming answers, each once
 */
public record AlarmingResponse(
        @Nullable String id,
        Reference subject,
        CanonicalReference questionnaire,
        @Nullable DateTimeType authored,
        List<Alarm> alarms) {
    public AlarmingResponse {
        alarms = List.copyOf(alarms);
    }

    /** The response as an alarming one; empty when no answer is alarming, or when the response itself is declared a mistake. */
    public static Optional<AlarmingResponse> of(QuestionnaireResponse response, Instrument instrument) {
        if (instrument.alarms().isEmpty() || response.getStatus() == QuestionnaireResponseStatus.ENTEREDINERROR) {
            return Optional.empty();
        }
        Map<String, Alarm> alarms = new LinkedHashMap<>();
        response.getItem().stream()
                .flatMap(AlarmingResponse::withDescendants)
                .flatMap(item -> alarms(item, instrument))
                .forEach(alarm -> alarms.putIfAbsent(alarm.key(), alarm));
        return alarms.isEmpty()
                ? Optional.empty()
                : Optional.of(new AlarmingResponse(
                        response.getIdElement().getIdPart(),
                        response.getSubject(),
                        instrument.canonical(),
                        response.getAuthoredElement().hasValue() ? response.getAuthoredElement() : null,
                        new ArrayList<>(alarms.values())));
    }

    /** Every item, wherever it stands: one that is out of place is as alarming. */
    private static Stream<QuestionnaireResponseItemComponent> withDescendants(QuestionnaireResponseItemComponent item) {
        Stream<QuestionnaireResponseItemComponent> below = Stream.concat(
                item.getItem().stream(), item.getAnswer().stream().flatMap(answer -> answer.getItem().stream()));
        return Stream.concat(Stream.of(item), below.flatMap(AlarmingResponse::withDescendants));
    }

    private static Stream<Alarm> alarms(QuestionnaireResponseItemComponent item, Instrument instrument) {
        List<AlarmRule> rules = instrument.alarms().getOrDefault(String.valueOf(item.getLinkId()), List.of());
        return item.getAnswer().stream()
                .filter(QuestionnaireResponseItemAnswerComponent::hasValue)
                .flatMap(answer -> rules.stream()
                        .flatMap(rule -> rule
                                .match(answer.getValue())
                                .map(match -> new Alarm(rule.alert(), item.getLinkId(), name(item, instrument), match))
                                .stream()));
    }

    private static Sentence name(QuestionnaireResponseItemComponent item, Instrument instrument) {
        return instrument.question(item.getLinkId()).map(Question::name).orElseThrow();
    }

    /** The same answers, said of somebody else. */
    public AlarmingResponse of(Reference otherSubject) {
        return new AlarmingResponse(id, otherSubject, questionnaire, authored, alarms);
    }

    /** Whether both hold the same alarming answers, given at the same time. */
    boolean sameAnswers(AlarmingResponse other) {
        return questionnaire.url().equals(other.questionnaire.url())
                && Objects.equals(authoredText(), other.authoredText())
                && keys().equals(other.keys());
    }

    private List<String> keys() {
        return alarms.stream().map(Alarm::key).toList();
    }

    @Nullable
    String authoredText() {
        return authored == null ? null : authored.getValueAsString();
    }
}
