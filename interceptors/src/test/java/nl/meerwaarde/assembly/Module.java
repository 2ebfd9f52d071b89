package nl.meerwaarde.assembly;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;

/** A modular Questionnaire or a part in the making. */
final class Module {
    static final String CODES = "https://tests.meerwaarde.example/question";
    static final String SCORES = "https://tests.meerwaarde.example/score";

    private final Questionnaire questionnaire = new Questionnaire();
    private final Deque<QuestionnaireItemComponent> groups = new ArrayDeque<>();

    Module(String name) {
        questionnaire.setUrl(url(name)).setVersion("1").setStatus(PublicationStatus.ACTIVE);
    }

    static String url(String name) {
        return "https://tests.meerwaarde.example/Questionnaire/" + name;
    }

    /** A group with what the consumer puts into it. */
    Module group(String linkId, Consumer<Module> inside) {
        groups.push(add(linkId, QuestionnaireItemType.GROUP));
        inside.accept(this);
        groups.pop();
        return this;
    }

    /** A question with the answers 0 to 3, their weights, and a code. */
    Module question(String linkId, String code) {
        QuestionnaireItemComponent item = add(linkId, QuestionnaireItemType.CHOICE);
        item.setText("Question " + code).addCode(new Coding().setSystem(CODES).setCode(code));
        for (int i = 0; i < 4; i++) {
            item.addAnswerOption()
                    .setValue(new Coding()
                            .setSystem("https://tests.meerwaarde.example/level")
                            .setCode("" + i))
                    .addExtension(Canonicals.CoreExtensions.ORDINAL_VALUE, new DecimalType(i));
        }
        return this;
    }

    Module part(String canonical) {
        add(
                        "part-" + canonical.substring(canonical.lastIndexOf('/') + 1) + "-"
                                + questionnaire.getUrl().length() + groups.size() + items().size(),
                        QuestionnaireItemType.DISPLAY)
                .setText("Part of the form")
                .addExtension(Canonicals.SdcExtensions.SUB_QUESTIONNAIRE, new CanonicalType(canonical));
        return this;
    }

    Module score(String code, String fhirPath) {
        QuestionnaireItemComponent item =
                add(code, QuestionnaireItemType.DECIMAL).setReadOnly(true);
        item.addCode(new Coding().setSystem(SCORES).setCode(code));
        item.addExtension(Canonicals.SdcExtensions.CALCULATED_EXPRESSION, expression(fhirPath));
        item.addExtension(Canonicals.SdcExtensions.OBSERVATION_EXTRACT, new BooleanType(true));
        return this;
    }

    /** A variable of the group that is open, or of the Questionnaire. */
    Module variable(String name, String fhirPath) {
        Expression expression = expression(fhirPath).setName(name);
        if (groups.isEmpty()) {
            questionnaire.addExtension(Canonicals.CoreExtensions.VARIABLE, expression);
        } else {
            groups.peek().addExtension(Canonicals.CoreExtensions.VARIABLE, expression);
        }
        return this;
    }

    Module needs(String variable) {
        questionnaire.addExtension(Canonicals.SdcExtensions.ASSEMBLE_CONTEXT, new StringType(variable));
        return this;
    }

    Module change(Consumer<Questionnaire> change) {
        change.accept(questionnaire);
        return this;
    }

    /** Changes the item added last. */
    Module last(Consumer<QuestionnaireItemComponent> change) {
        change.accept(items().get(items().size() - 1));
        return this;
    }

    Questionnaire questionnaire() {
        return questionnaire.copy();
    }

    private QuestionnaireItemComponent add(String linkId, QuestionnaireItemType type) {
        QuestionnaireItemComponent item =
                new QuestionnaireItemComponent().setLinkId(linkId).setType(type);
        items().add(item);
        return item;
    }

    private List<QuestionnaireItemComponent> items() {
        return groups.isEmpty() ? questionnaire.getItem() : groups.element().getItem();
    }

    static Expression expression(String fhirPath) {
        return new Expression().setLanguage("text/fhirpath").setExpression(fhirPath);
    }
}
