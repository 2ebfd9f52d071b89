package nl.meerwaarde.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.score.Instruments;
import nl.meerwaarde.score.ResponseScores;
import nl.meerwaarde.score.ScoreCalculator;
import nl.meerwaarde.score.ScoreDefinitions;
import nl.meerwaarde.terminology.Canonicals.SdcExtensions;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What holds for every form that asks for Observations and every response to it. */
class ExtractionPropertiesTest {
    private static final String SYSTEM = "urn:example:codes";

    @Property(tries = 300)
    void everyAnswerIsObservedOnce(@ForAll long seed) {
        Form form = new Form(new Random(seed));
        List<String> observed = observations(form.extract())
                .flatMap(observation -> Stream.concat(
                        Stream.of(observation.getValue()),
                        observation.getComponent().stream().map(Observation.ObservationComponentComponent::getValue)))
                .filter(Quantity.class::isInstance)
                .map(value -> ((Quantity) value).getValue().toPlainString())
                .toList();

        assertThat(observed).containsExactlyInAnyOrderElementsOf(form.answers);
    }

    @Property(tries = 300)
    void everyReferenceLeadsToAnEntry(@ForAll long seed) {
        List<BundleEntryComponent> entries =
                new Form(new Random(seed)).extract().getEntry();
        List<String> addresses =
                entries.stream().map(BundleEntryComponent::getFullUrl).toList();
        List<String> updates = entries.stream()
                .map(entry -> entry.getRequest())
                .filter(request -> request.getMethod() == HTTPVerb.PUT)
                .map(request -> request.getUrl())
                .toList();

        assertThat(addresses).doesNotHaveDuplicates();
        assertThat(updates).doesNotHaveDuplicates();
        assertThat(entries)
                .flatExtracting(entry -> references((Observation) entry.getResource()))
                .allMatch(reference -> addresses.contains(reference) || updates.contains(reference));
    }

    /** A panel in which nothing was found says nothing, so there is none. */
    @Property(tries = 300)
    void noObservationIsEmpty(@ForAll long seed) {
        assertThat(observations(new Form(new Random(seed)).extract()))
                .allMatch(observation ->
                        observation.hasValue() || observation.hasHasMember() || observation.hasComponent());
    }

    @Property(tries = 100)
    void extractingAgainGivesTheSame(@ForAll long seed) {
        assertThat(new Form(new Random(seed)).extract().equalsDeep(new Form(new Random(seed)).extract()))
                .isTrue();
    }

    /** To other Observations. */
    private static List<String> references(Observation observation) {
        return Stream.concat(observation.getHasMember().stream(), observation.getDerivedFrom().stream())
                .map(Reference::getReference)
                .filter(reference -> !reference.equals("QuestionnaireResponse/r1"))
                .toList();
    }

    private static Stream<Observation> observations(Bundle transaction) {
        return transaction.getEntry().stream().map(entry -> (Observation) entry.getResource());
    }

    private static <T extends Resource> T noDefinition(Class<T> type, String id) {
        throw new AssertionError("These forms have no scores.");
    }

    /** A form of coded groups and questions, and a response with a number of its own for every answer. */
    private static final class Form {
        private static final List<String> RELATIONSHIPS = List.of("member", "component", "derived", "independent");

        private final Random random;
        private final Questionnaire questionnaire = new Questionnaire();
        private final QuestionnaireResponse response = new QuestionnaireResponse();
        private final List<String> answers = new ArrayList<>();
        private int items;

        Form(Random random) {
            this.random = random;
            questionnaire.setUrl("urn:example:form").setVersion("1");
            questionnaire.addExtension(SdcExtensions.OBSERVATION_EXTRACT, new BooleanType(true));
            response.setStatus(QuestionnaireResponseStatus.COMPLETED).setSubject(new Reference("Patient/p1"));
            response.setAuthoredElement(new DateTimeType("2026-03-01"));
            if (random.nextBoolean()) {
                response.setId("r1");
            }
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                QuestionnaireItemComponent item = item(2);
                questionnaire.addItem(item);
                answered(item).forEach(response::addItem);
            }
        }

        Bundle extract() {
            Instrument instrument = Instruments.read(questionnaire);
            ResponseScores noScores = new ResponseScores(
                    new ScoreCalculator(Instruments.FHIR_PATH),
                    new ScoreDefinitions(
                            new DefinitionRegister(new JdbcTemplate()), ExtractionPropertiesTest::noDefinition));
            Extraction extraction =
                    new Extraction(Instruments.FHIR, Instruments.FHIR_PATH, noScores, canonical -> Optional.empty());
            return ((Extraction.Result.Extracted) extraction.extract(instrument, instrument, response)).transaction();
        }

        private QuestionnaireItemComponent item(int depth) {
            QuestionnaireItemComponent item = new QuestionnaireItemComponent();
            boolean group = depth > 0 && random.nextBoolean();
            item.setLinkId("q" + ++items)
                    .setType(group ? QuestionnaireItemType.GROUP : QuestionnaireItemType.DECIMAL)
                    .setRepeats(random.nextInt(3) == 0);
            if (!group || random.nextBoolean()) {
                item.addCode(new Coding(SYSTEM, item.getLinkId(), null));
            }
            if (random.nextBoolean()) {
                item.addExtension(SdcExtensions.OBSERVATION_EXTRACT, new CodeType(any(RELATIONSHIPS)));
            }
            for (int i = 0; depth > 0 && i < random.nextInt(4); i++) {
                item.addItem(item(depth - 1));
            }
            return item;
        }

        private List<QuestionnaireResponseItemComponent> answered(QuestionnaireItemComponent item) {
            boolean group = item.getType() == QuestionnaireItemType.GROUP;
            int times = item.getRepeats() ? random.nextInt(3) : 1;
            List<QuestionnaireResponseItemComponent> answered = new ArrayList<>();
            for (int i = 0; i < (group ? times : 1); i++) {
                QuestionnaireResponseItemComponent one =
                        new QuestionnaireResponseItemComponent().setLinkId(item.getLinkId());
                for (int j = 0; j < (group ? 0 : times); j++) {
                    answers.add(answers.size() + ".5");
                    QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent answer =
                            one.addAnswer().setValue(new DecimalType(answers.get(answers.size() - 1)));
                    item.getItem().forEach(child -> answered(child).forEach(answer::addItem));
                }
                if (group) {
                    item.getItem().forEach(child -> answered(child).forEach(one::addItem));
                }
                answered.add(one);
            }
            return answered;
        }

        private <T> T any(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }
}
