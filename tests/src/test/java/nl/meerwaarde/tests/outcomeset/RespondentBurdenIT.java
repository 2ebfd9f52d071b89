package nl.meerwaarde.tests.outcomeset;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestOutcomeSet;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many questions outcome sets ask. The expected numbers are counted by hand from the owners' forms: PROMIS Global has 10, each short form 4 questions. */
class RespondentBurdenIT {
    private static final String SETS = Canonicals.BASE + "/PlanDefinition/";
    private static final int CORE = 34;

    private final Fhir fhir = TestServer.fhir();

    @ParameterizedTest
    @CsvSource({
        "generic-core,               34, baseline month-12",
        "knee-osteoarthritis,        50, baseline month-12 month-24 month-36 month-48 month-60",
        "chronic-kidney-disease,     76, baseline month-6 month-12 month-18 month-24 month-30 month-36 month-42 month-48 month-54 month-60",
        "pancreatic-carcinoma,       70, baseline month-3 month-6 month-9 month-12",
        "inflammatory-bowel-disease, 52, baseline month-12 month-24 month-36 month-48 month-60",
        "breast-cancer,              98, baseline month-6 month-12 month-24 month-36 month-48 month-60 month-72 month-84 month-96 month-108 month-120"
    })
    void everyShippedSet(String set, int questions, String moments) {
        Burden burden = Burden.of(fhir, set, "");

        assertThat(burden.sets()).containsExactly(SETS + set + "|1.0.0");
        assertThat(burden.moments()).containsExactly(moments.split(" "));
        assertThat(burden.moments()).allSatisfy(moment -> {
            assertThat(burden.questions(moment)).isEqualTo(questions);
            assertThat(burden.questionsSeparately(moment)).isEqualTo(questions);
        });
    }

    @Test
    void aSetAndTheCoreItHasAlreadyAskTheCoreOnce() {
        Burden burden = Burden.of(fhir, "pancreatic-carcinoma", "?set=" + SETS + "generic-core");

        assertThat(burden.questions("baseline")).isEqualTo(70);
        assertThat(burden.questionsSeparately("baseline")).isEqualTo(70 + CORE);
        assertThat(burden.questionsSeparately("month-3")).isEqualTo(70);
    }

    /** Both take the core and ask the QLQ-C30. */
    @Test
    void twoSetsAskWhatTheyShareOnce() {
        Burden burden = new Burden(fhir.get("PlanDefinition/$respondent-burden?set=" + SETS + "breast-cancer&set="
                + SETS + "pancreatic-carcinoma"));

        assertThat(burden.questions("baseline")).isEqualTo(98 + 70 - CORE - 30);
        assertThat(burden.questionsSeparately("baseline")).isEqualTo(98 + 70);
        assertThat(burden.questions("month-3")).isEqualTo(70);
    }

    /** PROMIS-29 repeats six short forms and one question of PROMIS Global; only the four about sleep are new. */
    @Test
    void aQuestionWithTheSameCodeIsAskedOnce() {
        TestOutcomeSet set = TestOutcomeSet.unique()
                .taking("generic-core", "baseline")
                .asking("disease-control", "promis-29", "baseline");
        Burden burden = counted(set);

        assertThat(burden.questions("baseline")).isEqualTo(CORE + 4);
        assertThat(burden.questionsSeparately("baseline")).isEqualTo(CORE + 29);
        assertThat(burden.added("baseline", "promis-29")).isEqualTo(4);
    }

    /** Their items have the same codes, but three and five levels; only the scale from 0 to 100 is the same. */
    @Test
    void aQuestionWithOtherAnswersIsAnotherQuestion() {
        TestOutcomeSet set = TestOutcomeSet.unique()
                .asking("health-utility", "eq-5d-3l", "baseline")
                .asking("perceived-health", "eq-5d-5l", "baseline");

        assertThat(counted(set).questions("baseline")).isEqualTo(6 + 5);
    }

    @Test
    void whatIsOnlyForSomePatientsCountsForThem() {
        String crohn = "http://snomed.info/sct|34000006";
        Map<String, String> condition = Map.of("condition", crohn);
        String operation = "PlanDefinition/inflammatory-bowel-disease/$respondent-burden";

        assertThat(new Burden(fhir.get(operation, condition)).instruments("baseline"))
                .contains("pro2-crohn|1.0.0")
                .doesNotContain("pro2-colitis|1.0.0");
        assertThat(new Burden(fhir.get(operation, condition)).questions("baseline"))
                .isEqualTo(50);
    }

    @Test
    void theTeamsPartIsTold() {
        Burden burden = Burden.of(fhir, "knee-osteoarthritis", "");

        assertThat(burden.records("month-12"))
                .containsExactly("survival", "reoperation", "readmission", "disease-progression");
        assertThat(burden.records("baseline")).contains("age", "sex", "body-mass-index", "joint-deformity");
    }

    /** The owners' items of the PAN26 are not shipped: the count says that it leaves them out. */
    @Test
    void anInstrumentWithoutQuestionsIsNamed() {
        assertThat(Burden.of(fhir, "pancreatic-carcinoma", "").issues())
                .singleElement()
                .asString()
                .contains("eortc-qlq-pan26|1.0.0 has no questions");
        assertThat(Burden.of(fhir, "generic-core", "").issues()).isEmpty();
    }

    @Test
    void whatIsAskedCanBeAssembled() {
        Burden burden = Burden.of(fhir, "generic-core", "");

        assertThat(burden.form("baseline").getItem().stream()
                        .map(item -> item.getExtensionByUrl(Canonicals.SdcExtensions.SUB_QUESTIONNAIRE)
                                .getValue()
                                .primitiveValue())
                        .map(canonical -> canonical.substring(canonical.lastIndexOf('/') + 1)))
                .containsExactlyElementsOf(burden.instruments("baseline"))
                .startsWith("promis-global-health|1.0.0");
    }

    /** A hospital's own form, and an instrument it adds while the server runs, count like others. */
    @Test
    void anOwnInstrumentCounts() {
        TestInstrument walk = TestInstrument.unique().number("minutes").number("metres");
        assertThat(fhir.post(walk.questionnaire())).isCreated();

        assertThat(counted(TestOutcomeSet.unique().asking(walk, "month-3")).questions("month-3"))
                .isEqualTo(2);
    }

    @Test
    void theBodyOfAPostIsReadToo() {
        Parameters parameters = new Parameters();
        parameters.addParameter("set", new CanonicalType(SETS + "generic-core|1.0.0"));
        parameters.addParameter("condition", new StringType("http://snomed.info/sct|34000006"));
        Burden burden = new Burden(
                fhir.post("PlanDefinition/inflammatory-bowel-disease/$respondent-burden", Fhir.json(parameters)));

        assertThat(burden.sets()).hasSize(2);
        assertThat(burden.questions("baseline")).isEqualTo(50);
    }

    /** Read leniently it would count for every patient, and nobody would know. */
    @Test
    void aMisspeltElementOfTheBodyIsNamed() {
        assertThat(fhir.post("PlanDefinition/generic-core/$respondent-burden", """
                        {"resourceType": "Parameters", "parameter": [
                          {"name": "condition", "valuestring": "http://snomed.info/sct|34000006"}]}"""))
                .isRefusedWith(
                        400, List.of(new Complaint(ProblemCode.INVALID_RESOURCE, "", "no element 'valuestring'")));
    }

    @Test
    void everyWrongParameterIsNamed() {
        assertThat(fhir.get("PlanDefinition/$respondent-burden?sets=x&condition=Crohn&set="))
                .isRefusedWith(
                        400,
                        List.of(
                                new Complaint(ProblemCode.INVALID_PARAMETER, "sets", "is not a parameter"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "set", "address of an outcome set"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "condition", "must be system|code")));
    }

    @Test
    void everyUnknownSetIsNamed() {
        assertThat(fhir.get("PlanDefinition/$respondent-burden?set=https://example.org/a&set=" + SETS
                        + "knee-replacement-primary"))
                .isRefusedWith(
                        new Complaint(ProblemCode.UNKNOWN_OUTCOME_SET, "set", "https://example.org/a"),
                        new Complaint(ProblemCode.UNKNOWN_OUTCOME_SET, "set", "knee-replacement-primary"));
        assertThat(fhir.get("PlanDefinition/knee-replacement-primary/$respondent-burden"))
                .hasStatus(404);
        assertThat(fhir.get("PlanDefinition/nothing/$respondent-burden")).hasStatus(404);
    }

    /** A set that is off may name what is not there yet; it cannot be counted, and says why. */
    @Test
    void everyUnknownInstrumentIsNamed() {
        TestOutcomeSet set = TestOutcomeSet.unique()
                .asking("pain", "no-such-form", "baseline")
                .asking("fatigue", "promis-fatigue-4a|9.9.9", "baseline");
        assertThat(fhir.put(set.definition())).isCreated();

        assertThat(fhir.get(set.path() + "/$respondent-burden"))
                .isRefusedWith(
                        new Complaint(ProblemCode.UNKNOWN_QUESTIONNAIRE, set.canonical(), "no-such-form"),
                        new Complaint(ProblemCode.UNKNOWN_QUESTIONNAIRE_VERSION, set.canonical(), "it has 1.0.0"));
    }

    private Burden counted(TestOutcomeSet set) {
        assertThat(fhir.put(set.definition())).isCreated();
        return new Burden(fhir.get(set.path() + "/$respondent-burden"));
    }
}
