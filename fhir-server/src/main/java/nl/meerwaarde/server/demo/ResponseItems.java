package nl.meerwaarde.server.demo;

import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Answers as items of a response; what was skipped is left out. No answers at all give no items. */
final class ResponseItems {
    private ResponseItems() {}

    static List<QuestionnaireResponseItemComponent> oxford(Joint joint, @Nullable OxfordAnswers answers) {
        List<QuestionnaireResponseItemComponent> items = new ArrayList<>();
        for (int i = 0; answers != null && i < answers.items().size(); i++) {
            Integer answer = answers.items().get(i);
            if (answer != null) {
                String linkId = joint.itemPrefix() + (i < 9 ? "-0" : "-") + (i + 1);
                items.add(item(linkId, choice(Canonicals.CodeSystems.OXFORD_ANSWER, answer)));
            }
        }
        return items;
    }

    static List<QuestionnaireResponseItemComponent> euroQol(@Nullable EuroQolAnswers answers) {
        List<QuestionnaireResponseItemComponent> items = new ArrayList<>();
        if (answers != null) {
            answers.levels()
                    .forEach((dimension, level) ->
                            items.add(item(dimension, choice(Canonicals.CodeSystems.EQ_5D_5L_LEVEL, level))));
            if (answers.vas() != null) {
                items.add(item("vas", new IntegerType(answers.vas())));
            }
        }
        return items;
    }

    private static Coding choice(String system, int code) {
        return new Coding().setSystem(system).setCode(Integer.toString(code));
    }

    private static QuestionnaireResponseItemComponent item(String linkId, Type answer) {
        QuestionnaireResponseItemComponent item = new QuestionnaireResponseItemComponent().setLinkId(linkId);
        item.addAnswer().setValue(answer);
        return item;
    }
}
