package nl.meerwaarde.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.instrument.ExpressionContext;
import nl.meerwaarde.instrument.QuestionnaireExtensions;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.instance.model.api.IBaseHasExtensions;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Lays a response beside its Questionnaire, and allocates the ids that its places ask for. */
final class AnsweredItems {
    private final ExtractedIds ids;

    private AnsweredItems(ExtractedIds ids) {
        this.ids = ids;
    }

    /**
     * The root of the response.
     *
     * @param names knows the Questionnaire and the weights of answers
     */
    static AnsweredItem root(
            Questionnaire questionnaire, QuestionnaireResponse response, ExpressionContext names, ExtractedIds ids) {
        String path = "QuestionnaireResponse";
        AnsweredItems items = new AnsweredItems(ids);
        ExtractionScope scope = items.allocate(questionnaire, ExtractionScope.root(names), path);
        return new AnsweredItem(
                questionnaire,
                response,
                null,
                scope,
                path,
                items.items(questionnaire.getItem(), response.getItem(), null, scope, path));
    }

    /** Every allocated id is an address of its own, per repetition. */
    private ExtractionScope allocate(IBaseHasExtensions definition, ExtractionScope scope, String path) {
        for (Extension allocated :
                QuestionnaireExtensions.all(definition, Canonicals.SdcExtensions.EXTRACT_ALLOCATE_ID)) {
            if (allocated.getValue() != null && allocated.getValue().hasPrimitiveValue()) {
                String name = allocated.getValue().primitiveValue();
                scope.define(name, new StringType(ids.address(path + "%" + name)));
            }
        }
        return scope;
    }

    private List<AnsweredItem> items(
            List<QuestionnaireItemComponent> definitions,
            List<QuestionnaireResponseItemComponent> items,
            @Nullable QuestionnaireResponseItemAnswerComponent within,
            ExtractionScope scope,
            String parentPath) {
        Map<String, QuestionnaireItemComponent> byLinkId = new HashMap<>();
        definitions.forEach(definition -> byLinkId.putIfAbsent(definition.getLinkId(), definition));
        Map<String, Integer> occurrences = new HashMap<>();
        List<AnsweredItem> answered = new ArrayList<>();
        for (QuestionnaireResponseItemComponent item : items) {
            QuestionnaireItemComponent definition = byLinkId.get(item.getLinkId());
            if (definition != null) {
                int occurrence = occurrences.merge(item.getLinkId(), 1, Integer::sum) - 1;
                String path = parentPath + ".item.where(linkId='" + item.getLinkId() + "')"
                        + (occurrence == 0 ? "" : "[" + occurrence + "]");
                answered.add(item(definition, item, within, scope.inner(), path));
            }
        }
        return answered;
    }

    private AnsweredItem item(
            QuestionnaireItemComponent definition,
            QuestionnaireResponseItemComponent item,
            @Nullable QuestionnaireResponseItemAnswerComponent within,
            ExtractionScope scope,
            String path) {
        allocate(definition, scope, path).define("qitem", definition);
        List<AnsweredItem> children = new ArrayList<>(items(definition.getItem(), item.getItem(), null, scope, path));
        for (int i = 0; i < item.getAnswer().size(); i++) {
            QuestionnaireResponseItemAnswerComponent answer = item.getAnswer().get(i);
            children.addAll(items(definition.getItem(), answer.getItem(), answer, scope, path + ".answer[" + i + "]"));
        }
        return new AnsweredItem(definition, item, within, scope, path, children);
    }
}
