package nl.meerwaarde.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.score.Instruments;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemOperator;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** What holds for every form and every record. */
class PopulationPropertiesTest {
    private static final String SYSTEM = "urn:example:codes";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ResponseRules RULES =
            new ResponseRules(Instruments.FHIR_PATH, (valueSet, coding) -> Optional.empty());
    private static final List<QuestionnaireItemType> TYPES = List.of(
            QuestionnaireItemType.BOOLEAN,
            QuestionnaireItemType.DECIMAL,
            QuestionnaireItemType.INTEGER,
            QuestionnaireItemType.STRING,
            QuestionnaireItemType.DATE,
            QuestionnaireItemType.CHOICE,
            QuestionnaireItemType.QUANTITY,
            QuestionnaireItemType.GROUP);
    private static final List<String> EXPRESSIONS = List.of(
            "%patient.gender",
            "%patient.birthDate",
            "1 | 2 | 3",
            "7",
            "7.5",
            "'words'",
            "true",
            "{}",
            "%nobody",
            "%resource.descendants().where(linkId = 'q1').answer.value",
            "%resource.repeat(item).answer.value.first() + 1",
            "iif(",
            "%context.linkId");
    /** What is left for a person to do. */
    private static final Set<ProblemCode> STILL_TO_DO =
            Set.of(ProblemCode.REQUIRED_ANSWER_MISSING, ProblemCode.TOO_FEW_ANSWERS, ProblemCode.AUTHORED_MISSING);

    /** What comes back can be stored at once, and completed by answering what is open: nothing in it has to be taken out first. */
    @Property(tries = 500)
    void aPopulatedResponseKeepsEveryRule(@ForAll long seed) {
        Form form = new Form(new Random(seed));
        QuestionnaireResponse response = form.populate().response();

        assertThat(RULES.check(form.instrument, response)).isEmpty();
        response.setStatus(QuestionnaireResponseStatus.COMPLETED);
        assertThat(RULES.check(form.instrument, response))
                .extracting(Problem::code)
                .allMatch(STILL_TO_DO::contains);
    }

    @Property(tries = 100)
    void populatingAgainGivesTheSame(@ForAll long seed) {
        Form form = new Form(new Random(seed));
        Population.Result first = form.populate();
        Population.Result second = form.populate();

        assertThat(second.response().equalsDeep(first.response())).isTrue();
        assertThat(second.issues()).isEqualTo(first.issues());
    }

    /** Every item of the form is there, answered or not, unless it stands below a question without an answer. */
    @Property(tries = 100)
    void everyItemAtTheTopIsThere(@ForAll long seed) {
        Form form = new Form(new Random(seed));
        assertThat(form.populate().response().getItem())
                .extracting(QuestionnaireResponse.QuestionnaireResponseItemComponent::getLinkId)
                .containsExactlyElementsOf(form.instrument.questionnaire().getItem().stream()
                        .map(QuestionnaireItemComponent::getLinkId)
                        .toList());
    }

    /** A form and a record as chance has it. */
    private static final class Form {
        private final Random random;
        private final List<String> linkIds = new ArrayList<>();
        private final Instrument instrument;
        private final Bundle data = new Bundle();

        Form(Random random) {
            this.random = random;
            Questionnaire questionnaire = new Questionnaire();
            questionnaire.setUrl("urn:example:form").setVersion("1");
            int items = 1 + random.nextInt(6);
            for (int i = 0; i < items; i++) {
                questionnaire.addItem(item(2));
            }
            instrument = Instruments.read(questionnaire);
            for (int i = 0; i < random.nextInt(12); i++) {
                data.addEntry().setResource(observation());
            }
        }

        Population.Result populate() {
            Patient patient = new Patient();
            patient.setGender(AdministrativeGender.FEMALE).setBirthDateElement(new DateType("1950-03-01"));
            patient.setId("p1");
            return new Population(
                            Instruments.FHIR_PATH,
                            RULES,
                            instrument,
                            new LaunchContext("p1", Map.of("patient", List.of(patient))),
                            List.of(new SentRecord(data, "p1")),
                            NOW)
                    .populate();
        }

        private QuestionnaireItemComponent item(int depth) {
            QuestionnaireItemComponent item = new QuestionnaireItemComponent();
            item.setLinkId("q" + (linkIds.size() + 1)).setType(any(TYPES));
            item.setRepeats(random.nextInt(4) == 0).setRequired(random.nextInt(4) == 0);
            if (item.getType() == QuestionnaireItemType.CHOICE) {
                item.addAnswerOption().setValue(new Coding(SYSTEM, "female", null));
                item.addAnswerOption().setValue(new Coding(SYSTEM, "b", null));
            }
            if (item.getType() == QuestionnaireItemType.INTEGER && random.nextBoolean()) {
                item.addExtension(Canonicals.CoreExtensions.MAX_VALUE, new IntegerType(5));
            }
            enableSometimes(item);
            linkIds.add(item.getLinkId());
            if (item.getType() != QuestionnaireItemType.GROUP) {
                fillSometimes(item);
            }
            for (int i = 0; depth > 0 && i < random.nextInt(3); i++) {
                item.addItem(item(depth - 1));
            }
            return item;
        }

        private void fillSometimes(QuestionnaireItemComponent item) {
            if (random.nextBoolean()) {
                item.addExtension(
                        Canonicals.SdcExtensions.INITIAL_EXPRESSION,
                        new Expression().setLanguage("text/fhirpath").setExpression(any(EXPRESSIONS)));
            }
            if (random.nextBoolean()) {
                item.addCode(new Coding(SYSTEM, "code-" + random.nextInt(3), null));
                Duration period = new Duration();
                period.setValue(1).setCode("a");
                item.addExtension(Canonicals.SdcExtensions.OBSERVATION_LINK_PERIOD, period);
            }
            for (int i = 0; i < random.nextInt(3); i++) {
                item.addInitial().setValue(value());
            }
        }

        private void enableSometimes(QuestionnaireItemComponent item) {
            for (int i = 0; !linkIds.isEmpty() && i < random.nextInt(3); i++) {
                QuestionnaireItemEnableWhenComponent condition = item.addEnableWhen();
                condition.setQuestion(any(linkIds));
                boolean exists = random.nextBoolean();
                condition.setOperator(
                        exists
                                ? QuestionnaireItemOperator.EXISTS
                                : any(List.of(QuestionnaireItemOperator.EQUAL, QuestionnaireItemOperator.NOT_EQUAL)));
                condition.setAnswer(exists ? new BooleanType(random.nextBoolean()) : value());
            }
        }

        private Observation observation() {
            Observation observation = new Observation();
            observation.setStatus(any(List.of(ObservationStatus.FINAL, ObservationStatus.PRELIMINARY)));
            observation.setSubject(new Reference("Patient/p1"));
            observation.getCode().addCoding(new Coding(SYSTEM, "code-" + random.nextInt(3), null));
            observation.setEffective(new DateTimeType("2026-0" + (1 + random.nextInt(3)) + "-01"));
            if (random.nextInt(5) > 0) {
                observation.setValue(any(List.of(
                        new BooleanType(random.nextBoolean()),
                        new IntegerType(random.nextInt(10)),
                        new StringType("words"),
                        new DateTimeType("2026-01-31"),
                        new CodeableConcept(new Coding(SYSTEM, any(List.of("female", "b", "other")), null)),
                        new Quantity(random.nextInt(10)).setCode("kg"))));
            }
            return observation;
        }

        private Type value() {
            return any(List.of(
                    new BooleanType(random.nextBoolean()),
                    new IntegerType(random.nextInt(10)),
                    new DecimalType("2.5"),
                    new StringType("words"),
                    new DateType("2026-01-31"),
                    new Coding(SYSTEM, any(List.of("female", "b", "other")), null),
                    new Quantity(random.nextInt(10)).setCode("kg")));
        }

        private <T> T any(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }
}
