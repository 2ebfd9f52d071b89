package nl.meerwaarde.tests.alert;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.SafetyAlerts;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Item 9 of the shipped PHQ-9, which asks about thoughts of death: answers from {@code phq-9.json}. */
class Phq9AlertIT {
    private static final String ITEM_9 = "phq-9-9";

    private final Fhir fhir = TestServer.fhir();

    /**
     * Answers, and how many alerts they raise.
     *
     * @param others the answer to every other item; null when they are skipped
     * @param item9 the answer to item 9; null when it is skipped
     */
    record Case(
            String title,
            String status,
            @Nullable String others,
            @Nullable String item9,
            int alerts) {}

    @TestFactory
    Stream<DynamicTest> itemNineAlarms() throws IOException {
        try (InputStream json = Objects.requireNonNull(Phq9AlertIT.class.getResourceAsStream("phq-9.json"))) {
            return Arrays.stream(new ObjectMapper().readValue(json, Case[].class))
                    .map(answered -> dynamicTest(answered.title(), () -> check(answered)));
        }
    }

    private void check(Case answered) {
        TestPatient patient = Patients.create(fhir);
        assertThat(answers(patient, answered).submit()).isCreated();
        assertThat(SafetyAlerts.flags(patient)).hasSize(answered.alerts());
        assertThat(SafetyAlerts.tasks(patient))
                .hasSize(answered.alerts())
                .extracting(Task::getCode)
                .allMatch(code -> code.hasCoding(CodeSystems.SAFETY_ALERT, Mood.SUICIDALITY));
    }

    private static Answers answers(TestPatient patient, Case answered) {
        Answers answers = patient.answers("phq-9").status(QuestionnaireResponseStatus.fromCode(answered.status()));
        if (answered.others() != null) {
            answers.all(answered.others());
        }
        return answered.item9() == null ? answers.without(ITEM_9) : answers.answer(ITEM_9, answered.item9());
    }
}
