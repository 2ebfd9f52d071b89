package nl.meerwaarde.wording;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;

/** Walks through the items of a Questionnaire. */
final class InstrumentItems {
    private InstrumentItems() {}

    /** All items at any depth, parents before children. */
    static List<QuestionnaireItemComponent> of(Questionnaire questionnaire) {
        return questionnaire.getItem().stream()
                .flatMap(InstrumentItems::withDescendants)
                .toList();
    }

    private static Stream<QuestionnaireItemComponent> withDescendants(QuestionnaireItemComponent item) {
        return Stream.concat(Stream.of(item), item.getItem().stream().flatMap(InstrumentItems::withDescendants));
    }

    /** Whether people read it. A score is computed, and keeps our label. */
    static boolean isWorded(QuestionnaireItemComponent item) {
        return !item.getReadOnly();
    }

    /** The code of an option; empty when it is not a Coding. */
    static Optional<String> code(QuestionnaireItemAnswerOptionComponent option) {
        return option.getValue() instanceof Coding coding && coding.hasCode()
                ? Optional.of(coding.getCode())
                : Optional.empty();
    }
}
