package nl.meerwaarde.tests.refusal;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Resources;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases of {@code refusals.json}: what is wrong with a response is said in full, and nothing of it is stored. */
class RefusalIT {
    /** Everything that can be wrong with a response that fits its definitions in principle. */
    private static final Set<ProblemCode> ABOUT_RESPONSES = EnumSet.of(
            ProblemCode.UNKNOWN_QUESTIONNAIRE,
            ProblemCode.UNKNOWN_QUESTIONNAIRE_VERSION,
            ProblemCode.QUESTIONNAIRE_MISSING,
            ProblemCode.SUBJECT_MISSING,
            ProblemCode.UNKNOWN_ITEM,
            ProblemCode.ITEM_OUT_OF_PLACE,
            ProblemCode.REQUIRED_ANSWER_MISSING,
            ProblemCode.ITEM_NOT_ENABLED,
            ProblemCode.ANSWER_TYPE,
            ProblemCode.ANSWER_OPTION,
            ProblemCode.ANSWER_RANGE,
            ProblemCode.ANSWER_LENGTH,
            ProblemCode.TOO_MANY_ANSWERS,
            ProblemCode.TOO_FEW_ANSWERS,
            ProblemCode.ITEM_REPEATED,
            ProblemCode.AUTHORED_MISSING,
            ProblemCode.SIDE_MISSING,
            ProblemCode.INVALID_RESOURCE);

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    @BeforeAll
    static void loadQuestionnaire() {
        assertThat(TestServer.fhir().put(Resources.read(RefusalIT.class, "intake.json", Questionnaire.class)))
                .succeeded();
    }

    @Test
    void theCasesStartFromAResponseThatIsFine() {
        assertThat(fhir.post("QuestionnaireResponse", RefusalCase.valid(patient)))
                .isCreated();
    }

    @Test
    void everyKindOfProblemHasACase() {
        Set<ProblemCode> covered = RefusalCase.all().stream()
                .flatMap(refusal -> refusal.problems().stream())
                .map(RefusalCase.Problem::problemCode)
                .collect(Collectors.toSet());
        assertThat(covered).isEqualTo(ABOUT_RESPONSES);
    }

    @TestFactory
    Stream<DynamicTest> refusals() {
        return RefusalCase.all().stream().map(refusal -> dynamicTest(refusal.title(), () -> check(refusal)));
    }

    private void check(RefusalCase refusal) {
        Reply reply = fhir.post("QuestionnaireResponse", refusal.response(patient));
        assertThat(reply).isRefusedWith(422, refusal.complaints());
        assertNothingStored();
    }

    /** Whoever asks for Dutch gets Dutch; where a text stands in the questionnaire in one language only, that one. */
    @TestFactory
    Stream<DynamicTest> refusalsInDutch() {
        Fhir dutch = fhir.with("Accept-Language", "nl-NL,nl;q=0.9,en;q=0.5");
        return RefusalCase.all().stream()
                .map(refusal -> dynamicTest(
                        refusal.title(),
                        () -> assertThat(dutch.post("QuestionnaireResponse", refusal.response(patient)))
                                .isRefusedWith(422, refusal.dutchComplaints())));
    }

    private void assertNothingStored() {
        assertThat(fhir.count("QuestionnaireResponse", Map.of("subject", patient.reference())))
                .isZero();
        assertThat(fhir.count("Observation", Map.of("subject", patient.reference())))
                .isZero();
    }

    /** A refused update leaves what was there, and the problems are the same as of a new response. */
    @TestFactory
    Stream<DynamicTest> refusedUpdates() {
        return RefusalCase.all().stream().map(refusal -> dynamicTest(refusal.title(), () -> checkUpdate(refusal)));
    }

    private void checkUpdate(RefusalCase refusal) {
        String id = "refused-" + UUID.randomUUID();
        QuestionnaireResponse before =
                Fhir.CONTEXT.newJsonParser().parseResource(QuestionnaireResponse.class, RefusalCase.valid(patient));
        before.setId(id);
        assertThat(fhir.put(before)).isCreated();
        String after = refusal.response(patient).replaceFirst("\\{", "{\"id\":\"" + id + "\",");
        assertThat(fhir.put("QuestionnaireResponse/" + id, after)).isRefusedWith(422, refusal.complaints());
        Reply stored = fhir.get("QuestionnaireResponse/" + id);
        assertThat(stored.stored(QuestionnaireResponse.class).getMeta().getVersionId())
                .isEqualTo("1");
    }

    /** In a batch the good ones come in; the bad one is refused with the same words. */
    @Test
    void aBatchRefusesOnlyWhatIsWrong() {
        Bundle batch = new Bundle().setType(BundleType.BATCH);
        Bundles.create(batch, patient.answers("oxford-knee-score").all("2").response());
        Bundles.create(
                batch,
                patient.answers("oxford-knee-score")
                        .all("2")
                        .change(r -> r.addItem().setLinkId("oks-13"))
                        .response());
        List<Bundle.BundleEntryComponent> answers =
                fhir.bundle(batch).stored(Bundle.class).getEntry();
        assertThat(answers.get(0).getResponse().getStatus()).startsWith("201");
        assertThat(answers.get(1).getResponse().getStatus()).startsWith("422");
        assertThat(Fhir.CONTEXT
                        .newJsonParser()
                        .encodeToString(answers.get(1).getResponse().getOutcome()))
                .contains("has no item 'oks-13'");
    }

    /** Each problem of an entry has its own issue, in the sender's language. */
    @Test
    void aBatchSaysWhatIsWrongWithAnEntryInFull() {
        Bundle batch = new Bundle().setType(BundleType.BATCH);
        Bundles.create(
                batch,
                patient.answers("oxford-knee-score")
                        .all("2")
                        .change(r -> r.addItem().setLinkId("oks-13"))
                        .change(r -> r.setAuthoredElement(null))
                        .response());
        Bundle answer = fhir.with("Accept-Language", "nl").bundle(batch).stored(Bundle.class);
        OperationOutcome outcome =
                (OperationOutcome) answer.getEntryFirstRep().getResponse().getOutcome();
        assertThat(outcome.getIssue())
                .extracting(issue -> issue.getDetails().getCodingFirstRep().getCode())
                .containsExactlyInAnyOrder("unknown-item", "authored-missing");
        assertThat(outcome.getIssue()).anyMatch(issue -> issue.getDiagnostics().contains("geen onderdeel 'oks-13'"));
    }

    /** A batch is one more way in, so what FHIR does not know is refused there too. */
    @Test
    void aBatchRefusesWhatIsNotFhir() {
        Bundle batch = new Bundle().setType(BundleType.BATCH);
        Bundles.create(batch, patient.answers("oxford-knee-score").all("2").response());
        String text = Fhir.json(batch)
                .replace(
                        "\"resourceType\":\"QuestionnaireResponse\"",
                        "\"resourceType\":\"QuestionnaireResponse\",\"mood\":\"good\"");
        Reply reply = fhir.post("", text);
        assertThat(reply.text()).contains("422");
        assertNothingStored();
    }
}
