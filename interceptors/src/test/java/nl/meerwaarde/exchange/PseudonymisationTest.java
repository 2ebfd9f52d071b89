package nl.meerwaarde.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What leaves under pseudonyms, and what does not. */
class PseudonymisationTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final List<String> TYPES = List.of(
            "Patient",
            "CarePlan",
            "Procedure",
            "Task",
            "QuestionnaireResponse",
            "Observation",
            "RiskAssessment",
            "Condition",
            "Encounter",
            "AdverseEvent");
    private static final int CHOICES = 13;

    private final Pseudonymisation pseudonymisation =
            new Pseudonymisation(KeptElements.read(), address -> "p" + Math.abs(address.hashCode()));

    static Stream<Resource> everything() {
        FilledResources filled = new FilledResources(FHIR);
        return TYPES.stream().flatMap(type -> IntStream.range(0, CHOICES).mapToObj(choice -> filled.of(type, choice)));
    }

    /** Definitions may be named, as which system, version and question a code is of; nothing else that was written by somebody is there. */
    @ParameterizedTest
    @MethodSource("everything")
    void nothingThatSomebodyWroteLeaves(Resource record) {
        assertThat(json(record)).contains(FilledResources.SECRET);

        String left = json(pseudonymisation.of(List.of(record)).get(0))
                .replaceAll("\"(system|version|linkId)\":\"" + FilledResources.SECRET + "\"", "");

        assertThat(left).doesNotContain(FilledResources.SECRET).doesNotContain("1950-05-06T");
    }

    @Test
    void whatARecordSaysIsLeft() {
        Patient patient = new Patient();
        patient.setId("anna");
        patient.addName().setFamily("Jansen");
        patient.setBirthDateElement(new org.hl7.fhir.r4.model.DateType("1950-05-06"));
        patient.addExtension(Canonicals.Extensions.HEALTH_LITERACY, new IntegerType(2));
        patient.addExtension("https://elsewhere.example/nickname", new StringType("Annie"));
        CarePlan episode = new CarePlan();
        episode.setId("plan");
        episode.setSubject(new Reference("Patient/anna").setDisplay("Anna Jansen"));
        episode.setAuthor(new Reference("Organization/noord").setDisplay("Noord"));
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.setId("answers");
        response.setSubject(new Reference("Patient/anna"));
        response.addBasedOn(new Reference("CarePlan/plan"));
        response.setAuthor(new Reference("Patient/anna"));
        response.setAuthoredElement(new DateTimeType("2026-02-03T23:59:10+01:00"));
        response.addItem().setLinkId("1").setText("Hoeveel pijn?").addAnswer().setValue(new IntegerType(3));
        response.addItem().setLinkId("2").addAnswer().setValue(new StringType("Mijn buurman Piet"));

        List<Resource> left = pseudonymisation.of(List.of(patient, episode, response));

        Patient somebody = (Patient) left.get(0);
        assertThat(somebody.getBirthDateElement().getValueAsString()).isEqualTo("1950");
        assertThat(somebody.getExtension())
                .extracting(Extension::getUrl)
                .containsExactly(Canonicals.Extensions.HEALTH_LITERACY);
        assertThat(somebody.getMeta().getSecurityFirstRep().getCode()).isEqualTo("PSEUDED");
        CarePlan plan = (CarePlan) left.get(1);
        assertThat(plan.getSubject().getReference()).isEqualTo("Patient/" + somebody.getIdPart());
        assertThat(plan.getSubject().hasDisplay()).isFalse();
        assertThat(plan.getAuthor().getReference()).isEqualTo("Organization/noord");
        QuestionnaireResponse answers = (QuestionnaireResponse) left.get(2);
        assertThat(answers.getBasedOnFirstRep().getReference()).isEqualTo("CarePlan/" + plan.getIdPart());
        assertThat(answers.hasAuthor()).isFalse();
        assertThat(answers.getAuthoredElement().getValueAsString()).isEqualTo("2026-02-03");
        assertThat(answers.getItemFirstRep().getText()).isNull();
        assertThat(answers.getItemFirstRep()
                        .getAnswerFirstRep()
                        .getValueIntegerType()
                        .getValue())
                .isEqualTo(3);
        assertThat(json(answers)).doesNotContain("Piet");
    }

    /** “Not done”, as a modifier that the recipient would not see. */
    @Test
    void aRecordWithAModifierStaysHere() {
        Observation score = new Observation();
        score.setId("score");
        score.addModifierExtension(new Extension("https://elsewhere.example/refuted", new StringType("yes")));

        assertThat(pseudonymisation.of(List.of(score))).isEmpty();
    }

    @Test
    void theGivenRecordsStayAsTheyAre() {
        everything().forEach(record -> {
            String before = json(record);
            pseudonymisation.of(List.of(record));
            assertThat(json(record)).isEqualTo(before);
        });
    }

    private static String json(Resource resource) {
        Resource copy = resource.copy();
        copy.setIdElement(
                new IdType(resource.fhirType(), resource.getIdElement().getIdPart()));
        return FHIR.newJsonParser().encodeResourceToString(copy);
    }
}
