package nl.meerwaarde.tests.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.meerwaarde.terminology.Canonicals.CoreExtensions;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.ExternalCodeSystems;
import nl.meerwaarde.terminology.Canonicals.SdcExtensions;
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

/** An adaptive instrument in the making, as a hospital loads one. Every one has an address of its own; the score codes are {@code t} and {@code se}. */
public final class TestBank {
    /** The code system of the answers: {@code 1}, the lowest, and up. */
    public static final String LEVELS = "https://tests.meerwaarde.example/level";

    private static final Path PROMIS = Path.of(System.getProperty("meerwaarde.promis.data", "../../shared/data/other"));

    private final Questionnaire questionnaire = new Questionnaire();

    private TestBank() {
        questionnaire.setUrl("https://tests.meerwaarde.example/Questionnaire/" + UUID.randomUUID());
        questionnaire.setVersion("1.0.0").setTitle("Test bank").setStatus(PublicationStatus.ACTIVE);
        questionnaire.addSubjectType("Patient");
        questionnaire.addExtension(SdcExtensions.QUESTIONNAIRE_ADAPTIVE, new BooleanType(true));
        Extension rule = questionnaire.addExtension().setUrl(Extensions.STOPPING_RULE);
        rule.addExtension("minimum-items", new PositiveIntType(4));
        rule.addExtension("maximum-items", new PositiveIntType(12));
        rule.addExtension("standard-error", new DecimalType("3.0"));
    }

    /** Sixteen made-up items of five categories, {@code item-1} to {@code item-16}, spread over the scale. */
    public static Questionnaire madeUp() {
        TestBank bank = new TestBank();
        for (int i = 0; i < 16; i++) {
            BigDecimal centre = BigDecimal.valueOf(-15 + 2L * i, 1);
            bank.item(
                    "item-" + (i + 1),
                    BigDecimal.valueOf(160 + 25L * (i * 5 % 8), 2),
                    List.of("-1.2", "-0.4", "0.4", "1.2").stream()
                            .map(distance -> centre.add(new BigDecimal(distance)))
                            .toList());
        }
        return bank.finish();
    }

    /**
     * The PROMIS bank {@code anxiety} or {@code depression}, with item ids in place of the owner's wording. Skips the test where the parameters do not lie
     * beside the project: they are not the project's to hand out.
     */
    public static Questionnaire promisOrSkip(String name) {
        Path file = PROMIS.resolve("promis-" + name + "-item-parameters.csv");
        assumeTrue(Files.isReadable(file), "Skipped: no " + file.normalize() + " (set -Dmeerwaarde.promis.data)");
        TestBank bank = new TestBank();
        try {
            Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(row -> bank.item(
                            row[0],
                            new BigDecimal(row[2]),
                            Arrays.stream(row).skip(3).map(BigDecimal::new).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bank.finish();
    }

    private void item(String linkId, BigDecimal discrimination, List<BigDecimal> thresholds) {
        QuestionnaireItemComponent item = questionnaire.addItem();
        item.setLinkId(linkId).setText("Question " + linkId).setType(QuestionnaireItemType.CHOICE);
        Extension parameters = item.addExtension().setUrl(Extensions.GRADED_RESPONSE);
        parameters.addExtension("discrimination", new DecimalType(discrimination));
        thresholds.forEach(threshold -> parameters.addExtension("threshold", new DecimalType(threshold)));
        for (int category = 1; category <= thresholds.size() + 1; category++) {
            item.addAnswerOption()
                    .setValue(new Coding().setSystem(LEVELS).setCode(String.valueOf(category)))
                    .addExtension(CoreExtensions.ORDINAL_VALUE, new DecimalType(category));
        }
    }

    private Questionnaire finish() {
        score("t", "t-score").addExtension(SdcExtensions.OBSERVATION_EXTRACT, new BooleanType(true));
        score("se", "standard-error").addExtension(Extensions.STANDARD_ERROR_OF, new StringType("t"));
        return questionnaire;
    }

    private QuestionnaireItemComponent score(String linkId, String statistic) {
        QuestionnaireItemComponent item = questionnaire.addItem();
        item.setLinkId(linkId)
                .setText(linkId)
                .setType(QuestionnaireItemType.DECIMAL)
                .setReadOnly(true);
        item.addCode(new Coding().setSystem(TestInstrument.SCORES).setCode(linkId));
        item.addExtension(Extensions.ITEM_RESPONSE_SCORE, new CodeType(statistic));
        item.addExtension(
                CoreExtensions.QUESTIONNAIRE_UNIT,
                new Coding()
                        .setSystem(ExternalCodeSystems.UCUM)
                        .setCode("{Tscore}")
                        .setDisplay("T-score"));
        return item;
    }
}
