package nl.meerwaarde.wording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.terminology.Canonicals.CoreExtensions;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.StringType;

/**
 * Reads a wording from a Questionnaire of the owner. Its items are ours when they have the same linkId or share a code; its answers when they have the same
 * code, or else the same weight. What it says about weights and kinds of answers must be what the instrument says.
 */
final class WordingQuestionnaire {
    private final Questionnaire instrument;
    private final Questionnaire owners;
    private final String language;
    private final Map<Wording.Place, Map<String, String>> texts = new HashMap<>();
    private final Map<Wording.Place, List<Extension>> aids = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private WordingQuestionnaire(Questionnaire instrument, Questionnaire owners) {
        this.instrument = instrument;
        this.owners = owners;
        this.language = owners.hasLanguage() ? owners.getLanguage() : "";
    }

    static WordingReading read(Questionnaire instrument, Questionnaire owners) {
        WordingQuestionnaire reading = new WordingQuestionnaire(instrument, owners);
        reading.read();
        return reading.problems.isEmpty()
                ? new WordingReading.Usable(new Wording(reading.language, reading.texts, reading.aids))
                : new WordingReading.Refused(reading.problems);
    }

    private void read() {
        if (language.isEmpty()) {
            problems.add(new Problem(
                    ProblemCode.INVALID_PARAMETER, "wording.language", "The wording must say its language."));
        }
        InstrumentItems.of(owners).stream().filter(InstrumentItems::isWorded).forEach(this::item);
    }

    private void item(QuestionnaireItemComponent theirs) {
        Optional<QuestionnaireItemComponent> ours = InstrumentItems.of(instrument).stream()
                .filter(item -> isSame(item, theirs))
                .findFirst();
        if (ours.isEmpty()) {
            differs(theirs, "is no item of this instrument");
            return;
        }
        if (ours.get().getType() != theirs.getType()) {
            differs(theirs, "is of type " + code(theirs) + ", in the instrument of type " + code(ours.get()));
        }
        Wording.Place question = Wording.Place.question(ours.get().getLinkId());
        put(question, theirs.getTextElement());
        aids.put(question, ReadingAid.at(theirs));
        theirs.getAnswerOption().forEach(option -> option(ours.get(), theirs, option));
    }

    private static String code(QuestionnaireItemComponent item) {
        return item.hasType() ? item.getType().toCode() : "unknown";
    }

    private static boolean isSame(QuestionnaireItemComponent ours, QuestionnaireItemComponent theirs) {
        return ours.getLinkId().equals(theirs.getLinkId())
                || ours.getCode().stream()
                        .map(Code::of)
                        .flatMap(Optional::stream)
                        .anyMatch(
                                code -> theirs.getCode().stream().map(Code::of).anyMatch(Optional.of(code)::equals));
    }

    private void option(
            QuestionnaireItemComponent ours,
            QuestionnaireItemComponent theirs,
            QuestionnaireItemAnswerOptionComponent option) {
        String name = InstrumentItems.code(option).orElse("");
        Optional<QuestionnaireItemAnswerOptionComponent> same = ours.getAnswerOption().stream()
                .filter(each -> InstrumentItems.code(each).filter(name::equals).isPresent())
                .findFirst()
                .or(() -> ofWeight(ours, option));
        if (same.isEmpty()) {
            differs(theirs, "has an answer '" + name + "', which the instrument does not have");
            return;
        }
        Optional<BigDecimal> weight = weight(option);
        if (weight.isPresent() && !weight.equals(weight(same.get()))) {
            differs(
                    theirs,
                    "gives answer '" + name + "' the value " + weight.get().toPlainString() + ", the instrument "
                            + weight(same.get()).map(BigDecimal::toPlainString).orElse("none"));
        }
        if (option.getValue() instanceof Coding coding) {
            InstrumentItems.code(same.get())
                    .map(code -> new Wording.Place(ours.getLinkId(), code))
                    .ifPresent(answer -> {
                        put(answer, coding.getDisplayElement());
                        aids.put(answer, ReadingAid.at(option));
                    });
        }
    }

    private static Optional<QuestionnaireItemAnswerOptionComponent> ofWeight(
            QuestionnaireItemComponent ours, QuestionnaireItemAnswerOptionComponent option) {
        Optional<BigDecimal> weight = weight(option);
        return ours.getAnswerOption().stream()
                .filter(each -> weight.isPresent() && weight.equals(weight(each)))
                .findFirst();
    }

    private static Optional<BigDecimal> weight(QuestionnaireItemAnswerOptionComponent option) {
        return List.<Element>of(option, option.getValue()).stream()
                .flatMap(element -> element.getExtension().stream())
                .filter(extension -> CoreExtensions.ORDINAL_VALUE.equals(extension.getUrl())
                        || CoreExtensions.ITEM_WEIGHT.equals(extension.getUrl()))
                .filter(extension -> extension.getValue().isPrimitive())
                .map(extension -> new BigDecimal(extension.getValue().primitiveValue()).stripTrailingZeros())
                .findFirst();
    }

    private void put(Wording.Place place, StringType text) {
        Map<String, String> byLanguage = texts.computeIfAbsent(place, each -> new HashMap<>());
        if (text.hasValue()) {
            byLanguage.put(language, text.getValue());
        }
        Sentence.of(text).translations().forEach(byLanguage::put);
    }

    private void differs(QuestionnaireItemComponent theirs, String how) {
        problems.add(new Problem(
                ProblemCode.WORDING_DIFFERS,
                "wording",
                "Item '" + theirs.getLinkId() + "' of the wording " + how + "."));
    }
}
