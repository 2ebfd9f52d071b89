package nl.meerwaarde.instrument;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.meerwaarde.definition.DefinitionRules;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Type;

/**
 * What a Questionnaire keeps to. Labels, translations, status and what is marked as alarming may change under one version; questions, answers, weights and
 * scores may not.
 */
public final class InstrumentRules implements DefinitionRules<Questionnaire> {
    private final InstrumentReader reader;

    public InstrumentRules(InstrumentReader reader) {
        this.reader = reader;
    }

    @Override
    public Class<Questionnaire> type() {
        return Questionnaire.class;
    }

    @Override
    public Optional<CanonicalReference> canonical(Questionnaire questionnaire) {
        return questionnaire.hasUrl()
                ? Optional.of(new CanonicalReference(questionnaire.getUrl(), questionnaire.getVersion()))
                : Optional.empty();
    }

    /** A Questionnaire without address is stored like any other resource, but nothing can answer it. */
    @Override
    public List<Problem> check(Questionnaire questionnaire) {
        return questionnaire.hasUrl() && reader.read(questionnaire) instanceof InstrumentReading.Refused refused
                ? refused.problems()
                : List.of();
    }

    @Override
    public String computingContent(Questionnaire questionnaire) {
        if (!(reader.read(questionnaire) instanceof InstrumentReading.Usable usable)) {
            return "unusable";
        }
        Instrument instrument = usable.instrument();
        return instrument.questions().stream()
                        .flatMap(Question::withDescendants)
                        .map(InstrumentRules::content)
                        .collect(Collectors.joining("\n"))
                + instrument.variables().stream()
                        .map(v -> "\nvariable " + (v.item() == null ? "" : v.item() + "/") + v.name() + "=" + v.text())
                        .collect(Collectors.joining())
                + instrument.scores().stream()
                        .map(s -> "\nscore " + s.linkId() + " " + s.code().key() + " " + s.extracted()
                                + (s.standardErrorOf() == null ? "" : " error of " + s.standardErrorOf()) + "="
                                + s.computation().text())
                        .collect(Collectors.joining())
                + instrument.shared().stream()
                        .map(s -> "\nshared " + s.linkId() + "=" + s.askedAs())
                        .collect(Collectors.joining())
                + (instrument.bank() == null ? "" : content(instrument.bank()))
                + "\nside-specific=" + instrument.sideSpecific();
    }

    @Override
    public String contentName() {
        return "questions and scoring rules";
    }

    private static String content(ItemBank bank) {
        return bank.items().stream()
                        .map(item -> "\nbank " + item.linkId() + "="
                                + item.parameters().discrimination() + " "
                                + item.parameters().thresholds())
                        .collect(Collectors.joining())
                + "\n" + bank.stoppingRule();
    }

    private static String content(Question question) {
        String options = question.options().stream()
                .map(o -> value(o.value()) + ":" + o.weight())
                .collect(Collectors.joining(","));
        String conditions = question.enableWhen().conditions().stream()
                .map(c -> c.getQuestion() + c.getOperator() + value(c.getAnswer()))
                .collect(Collectors.joining(","));
        Question.Bounds bounds = question.bounds();
        return String.join(
                " ",
                question.linkId(),
                question.type().toCode(),
                String.valueOf(question.required()),
                String.valueOf(question.repeats()),
                options,
                String.valueOf(question.answerValueSet()),
                value(bounds.minValue()),
                value(bounds.maxValue()),
                bounds.maxLength() + "/" + bounds.maxDecimalPlaces() + "/" + bounds.minOccurs() + "/"
                        + bounds.maxOccurs(),
                conditions,
                question.enableWhen().behavior().toCode(),
                String.valueOf(question.enableWhen().expressionText()),
                question.children().stream().map(Question::linkId).collect(Collectors.joining(",")));
    }

    /** A value as text: equal text, equal answer. */
    static String value(@org.jspecify.annotations.Nullable Type value) {
        if (value instanceof org.hl7.fhir.r4.model.Coding coding) {
            return coding.getSystem() + "|" + coding.getCode();
        }
        return value == null ? "" : value.isPrimitive() ? String.valueOf(value.primitiveValue()) : value.fhirType();
    }
}
