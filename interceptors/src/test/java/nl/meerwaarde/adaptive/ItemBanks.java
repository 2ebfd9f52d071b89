package nl.meerwaarde.adaptive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.itemresponse.GradedItem;
import nl.meerwaarde.itemresponse.PromisParameters;
import nl.meerwaarde.score.Instruments;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;

/** Adaptive Questionnaires: one that nobody owns, and the two PROMIS banks where their parameters lie beside the project. */
public final class ItemBanks {
    /** The stopping rule that HealthMeasures publishes for adult PROMIS CATs: 4 to 12 items, standard error below 3.0 T-score points. */
    private static final int FEWEST = 4;

    private static final int MOST = 12;
    private static final String PRECISE = "3.0";

    private ItemBanks() {}

    /** Sixteen made-up items of five categories, spread over the scale. */
    public static Questionnaire madeUp() {
        Map<String, GradedItem> items = new LinkedHashMap<>();
        for (int i = 0; i < 16; i++) {
            double centre = -1.5 + 0.2 * i;
            double a = 1.6 + 0.25 * (i * 5 % 8);
            items.put(
                    "made-up-" + (i + 1),
                    new GradedItem(a, List.of(centre - 1.2, centre - 0.4, centre + 0.4, centre + 1.2)));
        }
        return bank("made-up", items);
    }

    /** The bank {@code anxiety} or {@code depression}. */
    public static Questionnaire promis(String bank) {
        return bank("promis-" + bank, PromisParameters.of(bank));
    }

    static Instrument read(Questionnaire questionnaire) {
        return Instruments.read(questionnaire);
    }

    private static Questionnaire bank(String name, Map<String, GradedItem> items) {
        Questionnaire questionnaire = new Questionnaire();
        questionnaire.setUrl("https://tests.meerwaarde.example/Questionnaire/" + name);
        questionnaire.setVersion("1.0.0").setTitle(name).setStatus(PublicationStatus.ACTIVE);
        questionnaire.addSubjectType("Patient");
        questionnaire.addExtension(Canonicals.SdcExtensions.QUESTIONNAIRE_ADAPTIVE, new BooleanType(true));
        Extension rule = questionnaire.addExtension().setUrl(Canonicals.Extensions.STOPPING_RULE);
        rule.addExtension("minimum-items", new PositiveIntType(FEWEST));
        rule.addExtension("maximum-items", new PositiveIntType(MOST));
        rule.addExtension("standard-error", new DecimalType(PRECISE));
        items.forEach((linkId, parameters) -> question(questionnaire, linkId, parameters));
        score(questionnaire, name + "-t", "t-score")
                .addExtension(Canonicals.SdcExtensions.OBSERVATION_EXTRACT, new BooleanType(true));
        score(questionnaire, name + "-se", "standard-error")
                .addExtension(Canonicals.Extensions.STANDARD_ERROR_OF, new StringType(name + "-t"));
        return questionnaire;
    }

    private static void question(Questionnaire questionnaire, String linkId, GradedItem parameters) {
        QuestionnaireItemComponent item = questionnaire.addItem();
        item.setLinkId(linkId).setText("Item " + linkId).setType(QuestionnaireItemType.CHOICE);
        Extension extension = item.addExtension().setUrl(Canonicals.Extensions.GRADED_RESPONSE);
        extension.addExtension("discrimination", new DecimalType(parameters.discrimination()));
        parameters.thresholds().forEach(threshold -> extension.addExtension("threshold", new DecimalType(threshold)));
        for (int category = 1; category <= parameters.categories(); category++) {
            item.addAnswerOption()
                    .setValue(new Coding()
                            .setSystem("https://tests.meerwaarde.example/level")
                            .setCode("" + category))
                    .addExtension(Canonicals.CoreExtensions.ORDINAL_VALUE, new DecimalType(category));
        }
    }

    private static QuestionnaireItemComponent score(Questionnaire questionnaire, String linkId, String statistic) {
        QuestionnaireItemComponent item = questionnaire.addItem();
        item.setLinkId(linkId)
                .setText(linkId)
                .setType(QuestionnaireItemType.DECIMAL)
                .setReadOnly(true);
        item.addCode(
                new Coding().setSystem("https://tests.meerwaarde.example/score").setCode(linkId));
        item.addExtension(Canonicals.Extensions.ITEM_RESPONSE_SCORE, new CodeType(statistic));
        return item;
    }
}
