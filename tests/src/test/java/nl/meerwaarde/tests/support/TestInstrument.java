package nl.meerwaarde.tests.support;

import java.util.UUID;
import java.util.function.Consumer;
import nl.meerwaarde.terminology.Canonicals.CoreExtensions;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.ExternalCodeSystems;
import nl.meerwaarde.terminology.Canonicals.SdcExtensions;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Expression.ExpressionLanguage;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;

/** A hospital's own instrument in the making: numbers are asked, scores computed. Every one has an address of its own. */
public final class TestInstrument {
    /** The code system of the scores that tests make up. */
    public static final String SCORES = "https://tests.meerwaarde.example/score";

    /** The code system of the answers that tests make up. */
    public static final String ANSWERS = "https://tests.meerwaarde.example/answer";

    private final Questionnaire questionnaire = new Questionnaire();

    private TestInstrument(String url) {
        questionnaire.setUrl(url).setStatus(PublicationStatus.ACTIVE).addSubjectType("Patient");
        version("1.0.0");
    }

    /** One that no other test knows. */
    public static TestInstrument unique() {
        return new TestInstrument("https://tests.meerwaarde.example/Questionnaire/" + UUID.randomUUID());
    }

    /** Another version of this one, without content. */
    public TestInstrument next(String version) {
        return new TestInstrument(questionnaire.getUrl()).version(version);
    }

    public TestInstrument version(String version) {
        questionnaire.setVersion(version);
        return this;
    }

    /** Asks for a number. */
    public TestInstrument number(String linkId) {
        questionnaire.addItem().setLinkId(linkId).setText("Number " + linkId).setType(QuestionnaireItemType.DECIMAL);
        return this;
    }

    /** Asks to choose one of these codes. */
    public TestInstrument choice(String linkId, String... codes) {
        QuestionnaireItemComponent item = questionnaire.addItem();
        item.setLinkId(linkId).setText("Choice " + linkId).setType(QuestionnaireItemType.CHOICE);
        for (String code : codes) {
            item.addAnswerOption().setValue(new Coding().setSystem(ANSWERS).setCode(code));
        }
        return this;
    }

    /** Asks for something that a completed response must say. */
    public TestInstrument required(String linkId) {
        questionnaire
                .addItem()
                .setLinkId(linkId)
                .setText("Required " + linkId)
                .setType(QuestionnaireItemType.STRING)
                .setRequired(true);
        return this;
    }

    /** Marks an option as alarming, as the PHQ-9 does. */
    public TestInstrument alarming(String linkId, String code, String alert) {
        item(linkId).getAnswerOption().stream()
                .filter(option -> option.getValueCoding().getCode().equals(code))
                .forEach(option -> option.addExtension(Extensions.ALARMING_ANSWER, new CodeType(alert)));
        return this;
    }

    /** Marks numbers from this one on as alarming. */
    public TestInstrument alarmingFrom(String linkId, String minimum, String alert) {
        Extension range = item(linkId).addExtension();
        range.setUrl(Extensions.ALARMING_RANGE);
        range.addExtension("alert", new CodeType(alert));
        range.addExtension("minimum", new DecimalType(minimum));
        return this;
    }

    private QuestionnaireItemComponent item(String linkId) {
        return questionnaire.getItem().stream()
                .filter(item -> item.getLinkId().equals(linkId))
                .findFirst()
                .orElseThrow();
    }

    public TestInstrument variable(String name, String fhirPath) {
        questionnaire.addExtension(CoreExtensions.VARIABLE, expression(fhirPath).setName(name));
        return this;
    }

    /** Computes a score, which becomes an Observation. */
    public TestInstrument score(String code, String fhirPath) {
        QuestionnaireItemComponent item = questionnaire.addItem();
        item.setLinkId(code)
                .setText("Score " + code)
                .setType(QuestionnaireItemType.DECIMAL)
                .setReadOnly(true);
        item.addCode(new Coding().setSystem(SCORES).setCode(code));
        item.addExtension(SdcExtensions.CALCULATED_EXPRESSION, expression(fhirPath));
        item.addExtension(SdcExtensions.OBSERVATION_EXTRACT, new BooleanType(true));
        item.addExtension(
                CoreExtensions.QUESTIONNAIRE_UNIT,
                new Coding()
                        .setSystem(ExternalCodeSystems.UCUM)
                        .setCode("{points}")
                        .setDisplay("points"));
        return this;
    }

    /** Computes the standard error of a score. */
    public TestInstrument standardError(String linkId, String ofScore, String fhirPath) {
        QuestionnaireItemComponent item = questionnaire.addItem();
        item.setLinkId(linkId)
                .setText("Standard error " + linkId)
                .setType(QuestionnaireItemType.DECIMAL)
                .setReadOnly(true);
        item.addExtension(SdcExtensions.CALCULATED_EXPRESSION, expression(fhirPath));
        item.addExtension(Extensions.STANDARD_ERROR_OF, new StringType(ofScore));
        return this;
    }

    /** Anything that this language has no word for. */
    public TestInstrument change(Consumer<Questionnaire> change) {
        change.accept(questionnaire);
        return this;
    }

    /** The Questionnaire as it would be sent. */
    public Questionnaire questionnaire() {
        return questionnaire.copy();
    }

    private static Expression expression(String fhirPath) {
        return new Expression()
                .setLanguage(ExpressionLanguage.TEXT_FHIRPATH.toCode())
                .setExpression(fhirPath);
    }
}
