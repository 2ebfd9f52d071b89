package nl.meerwaarde.extraction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseHasExtensions;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.jspecify.annotations.Nullable;

/**
 * A place of a response beside its definition: the whole response at the root, below it an item each.
 *
 * @param definition the Questionnaire or one of its items
 * @param part the response or one of its items: what expressions start from
 * @param within the answer that it stands in, or null when it stands in a group or at the top
 * @param scope the names that expressions can use here
 * @param path where in the response, unique
 * @param children the items of the response below, in its order
 */
record AnsweredItem(
        IBaseHasExtensions definition,
        Base part,
        @Nullable QuestionnaireResponseItemAnswerComponent within,
        ExtractionScope scope,
        String path,
        List<AnsweredItem> children) {
    AnsweredItem {
        children = List.copyOf(children);
    }

    /** The item of the Questionnaire; empty at the root. */
    Optional<QuestionnaireItemComponent> item() {
        return definition instanceof QuestionnaireItemComponent item ? Optional.of(item) : Optional.empty();
    }

    boolean isRoot() {
        return item().isEmpty();
    }

    boolean isGroup() {
        return item().filter(item -> item.getType() == QuestionnaireItemType.GROUP)
                .isPresent();
    }

    /** The answers with a value, in order. */
    List<QuestionnaireResponseItemAnswerComponent> answers() {
        return part instanceof QuestionnaireResponseItemComponent item
                ? item.getAnswer().stream()
                        .filter(QuestionnaireResponseItemAnswerComponent::hasValue)
                        .toList()
                : List.of();
    }

    /** Whether anything is answered here or below. */
    boolean isAnswered() {
        return !answers().isEmpty() || children.stream().anyMatch(AnsweredItem::isAnswered);
    }

    /** The items below one answer. */
    List<AnsweredItem> below(QuestionnaireResponseItemAnswerComponent answer) {
        return children.stream().filter(child -> child.within() == answer).toList();
    }

    /** This and everything below it, in order. */
    Stream<AnsweredItem> withDescendants() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(AnsweredItem::withDescendants));
    }
}
