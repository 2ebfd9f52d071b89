package nl.meerwaarde.tests.submission;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.Sets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.questionnaires.InstrumentLibrary;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Cases;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Instruments;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases that come with the instruments, over HTTP: what is sent is stored, and its scores are found as Observations. */
class ScoringIT {
    private final Fhir fhir = TestServer.fhir();

    @TestFactory
    Stream<DynamicTest> everyCaseOfEveryInstrument() throws IOException {
        TestPatient patient = Patients.create(fhir);
        List<DynamicTest> tests = new ArrayList<>();
        for (String instrument : ofPatients()) {
            for (Cases.Case testCase : Cases.of(instrument)) {
                tests.add(
                        dynamicTest(instrument + ": " + testCase.title(), () -> check(patient, instrument, testCase)));
            }
        }
        return tests.stream();
    }

    private static List<String> ofPatients() {
        return InstrumentLibrary.instruments().stream()
                .filter(instrument -> Instruments.shipped(instrument).hasSubjectType("Patient"))
                .toList();
    }

    private void check(TestPatient patient, String instrument, Cases.Case testCase) {
        String response =
                patient.answers(instrument).all(testCase.answers()).submit().id();
        Map<String, String> errors = standardErrors(instrument);
        Map<String, Observation> scores = Scores.of(fhir, response);
        assertThat(scores.keySet()).isEqualTo(Sets.difference(testCase.scores().keySet(), errors.keySet()));
        testCase.scores().forEach((code, value) -> {
            if (errors.containsKey(code)) {
                assertThat(scores.get(errors.get(code))).hasStandardError(value);
            } else if (value.isPresent()) {
                assertThat(scores.get(code)).hasValue(value.get());
            } else {
                assertThat(scores.get(code)).isAbsent();
            }
        });
    }

    /** The score of which an item is the standard error, by the item. */
    private static Map<String, String> standardErrors(String instrument) {
        return Instruments.shipped(instrument).getItem().stream()
                .filter(item -> item.hasExtension(Canonicals.Extensions.STANDARD_ERROR_OF))
                .collect(Collectors.toMap(
                        QuestionnaireItemComponent::getLinkId,
                        item -> item.getExtensionString(Canonicals.Extensions.STANDARD_ERROR_OF)));
    }

    @ParameterizedTest
    @CsvSource({
        "oxford-knee-score, oxford-knee-score,  {score}, score, oxford-sum-0-48",
        "oxford-hip-score,  oxford-hip-score,   {score}, score, oxford-sum-0-48",
        "eq-5d-3l,          eq-5d-3l-index-uk,  {index}, index, eq-5d-3l-tto-uk-1997",
        "eq-5d-3l,          eq-5d-3l-index-nl,  {index}, index, eq-5d-3l-tto-nl-2006",
        "eq-5d-3l,          eq-vas,             {score}, score, eq-vas-0-100",
        "eq-5d-5l,          eq-5d-5l-index-nl,  {index}, index, eq-5d-5l-nl-2016-3dp",
        "eq-5d-5l,          eq-vas,             {score}, score, eq-vas-0-100",
    })
    void everyScoreHasItsUnitAndMethod(String instrument, String score, String ucum, String unit, String method) {
        TestPatient patient = Patients.create(fhir);
        Observation found = Scores.of(fhir, complete(patient, instrument)).get(score);
        assertThat(found).hasUnit(ucum, unit);
        assertThat(found.getMethod().getCodingFirstRep().getSystem()).isEqualTo(Canonicals.CodeSystems.SCORE_METHOD);
        assertThat(found.getMethod().getCodingFirstRep().getCode()).isEqualTo(method);
    }

    private static String complete(TestPatient patient, String instrument) {
        return instrument.startsWith("eq-5d")
                ? patient.answers(instrument)
                        .all("1")
                        .answer("vas", 80)
                        .submit()
                        .id()
                : patient.answers(instrument).all("1").submit().id();
    }
}
