package nl.meerwaarde.tests.extraction;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.questionnaires.InstrumentLibrary;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.SdcExtensions;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Cases;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Instruments;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import nl.meerwaarde.tests.support.Wordings;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UriType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One file per way of extracting; what a client does with the transaction; what is refused. */
class ExtractIT {
    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    @TestFactory
    Stream<DynamicTest> extractions() {
        return ExtractCase.all().map(extraction -> dynamicTest(extraction.title(), () -> check(extraction)));
    }

    /** With the Questionnaire brought along and with the stored one. */
    private void check(ExtractCase extraction) {
        extraction
                .shippedProfiles()
                .forEach(profile -> assertThat(fhir.put(
                                "StructureDefinition/" + profile.path("id").asText(), profile.toString()))
                        .succeeded());
        assertExtracted(
                extraction,
                fhir.post(
                        "QuestionnaireResponse/$extract",
                        extraction.parametersWithQuestionnaire().toString()));
        store(extraction);
        assertExtracted(
                extraction,
                fhir.post(
                        "QuestionnaireResponse/$extract",
                        extraction.parameters().toString()));
    }

    private void store(ExtractCase extraction) {
        String url = extraction.questionnaire().path("url").asText();
        String id = url.substring(url.lastIndexOf('/') + 1);
        ObjectNode questionnaire = extraction.questionnaire().deepCopy();
        assertThat(fhir.put("Questionnaire/" + id, questionnaire.put("id", id).toString()))
                .succeeded();
    }

    private static void assertExtracted(ExtractCase extraction, Reply reply) {
        Extracted extracted = Extracted.of(reply);
        assertThat(extracted.entries())
                .as(reply.text())
                .containsExactlyInAnyOrderElementsOf(
                        extraction.entries().stream().map(Extracted::plain).toList());
        List<Complaint> complaints = extraction.complaints();
        assertThat(extracted.issues()).as(reply.text()).hasSameSizeAs(complaints);
        complaints.forEach(complaint -> assertThat(extracted.issues()).anyMatch(complaint::isMadeBy));
    }

    /** What is extracted is FHIR that a server takes. */
    @Test
    void theTransactionsCanBeRun() {
        for (String file : List.of("definitions", "templates", "template-bundle")) {
            ExtractCase extraction = ExtractCase.named(file);
            String text = extraction.parametersWithQuestionnaire().toString();
            for (String reference : List.of("Patient/p1", "Practitioner/n1", "QuestionnaireResponse/r1")) {
                text = text.replace("\"" + reference + "\"", "\"" + patient.reference() + "\"");
            }
            Extracted extracted =
                    Extracted.of(fhir.post("QuestionnaireResponse/$extract", text.replace("\"id\":\"r1\",", "")));
            assertThat(fhir.bundle(extracted.bundle())).as(file).succeeded();
        }
    }

    /** By id as by body; running it changes nothing about the scores, however often. */
    @TestFactory
    Stream<DynamicTest> scoresOfEveryInstrumentAreTheOnesTheServerDerived() {
        return InstrumentLibrary.instruments().stream()
                .filter(instrument -> Instruments.shipped(instrument).getItem().stream()
                        .anyMatch(item -> item.hasExtension(SdcExtensions.OBSERVATION_EXTRACT)))
                .map(instrument -> dynamicTest(instrument, () -> checkScores(instrument)));
    }

    private void checkScores(String instrument) throws IOException {
        for (Cases.Case testCase : Cases.of(instrument).stream().limit(2).toList()) {
            String id =
                    patient.answers(instrument).all(testCase.answers()).submit().id();
            Map<String, Observation> derived = Scores.of(fhir, id);
            Extracted byId = Extracted.of(fhir.get("QuestionnaireResponse/" + id + "/$extract"));
            QuestionnaireResponse stored =
                    fhir.get("QuestionnaireResponse/" + id).stored(QuestionnaireResponse.class);
            Extracted byBody = Extracted.of(post(stored));

            assertThat(byBody.entries()).isEqualTo(byId.entries());
            assertThat(byId.entries()).hasSameSizeAs(derived.values());
            assertThat(fhir.bundle(byId.bundle())).succeeded();
            assertThat(fhir.bundle(byId.bundle())).succeeded();
            assertThat(Scores.of(fhir, id).keySet()).isEqualTo(derived.keySet());
            Scores.of(fhir, id)
                    .values()
                    .forEach(score -> assertThat(score.getMeta().getVersionId())
                            .as(instrument)
                            .isEqualTo("1"));
        }
    }

    /** Who changes what was extracted meets the same refusal as ever. */
    @Test
    void aScoreThatWasChangedInTheTransactionIsRefused() {
        String id = patient.answers("oxford-knee-score").all("2").submit().id();
        Bundle transaction = Extracted.of(fhir.get("QuestionnaireResponse/" + id + "/$extract"))
                .bundle();
        ((Observation) transaction.getEntryFirstRep().getResource())
                .getValueQuantity()
                .setValue(48);
        assertThat(fhir.bundle(transaction)).hasStatus(422).leaksNothing();
        assertThat(Scores.of(fhir, id).get("oxford-knee-score")).hasValue("24");
    }

    /** Not even a label, which HAPI would add to those that are there. */
    @Test
    void aLabelIsNotLaidOnAScore() {
        String id = patient.answers("oxford-knee-score").all("2").submit().id();
        Bundle transaction = Extracted.of(fhir.get("QuestionnaireResponse/" + id + "/$extract"))
                .bundle();
        transaction.getEntryFirstRep().getResource().getMeta().addTag("urn:example:tags", "seen", null);
        assertThat(fhir.bundle(transaction)).hasStatus(422).leaksNothing();
    }

    /** A wording that is loaded later is not the one that was asked with. */
    @Test
    void aStoredResponseKeepsItsWording() {
        Questionnaire form = TestInstrument.unique()
                .number("minutes")
                .score("total", "%resource.item.where(linkId = 'minutes').answer.value")
                .change(q -> q.setLanguage("en"))
                .change(q -> q.addExtension(Extensions.WORDING_REQUIRED, new BooleanType(true)))
                .questionnaire();
        String questionnaire = fhir.post(form).id();
        String id = Answers.to(form).of(patient).answer("minutes", 4).submit().id();
        Wordings.load(fhir, questionnaire);

        Extracted extracted = Extracted.of(fhir.get("QuestionnaireResponse/" + id + "/$extract"));

        assertThat(fhir.bundle(extracted.bundle())).succeeded();
        assertThat(extracted.entries())
                .singleElement()
                .satisfies(entry -> assertThat(
                                entry.at("/resource/meta/security/0/code").asText())
                        .isEqualTo("HTEST"));
    }

    /** What is no patient's, or is confidential, stays so in whatever is made of it. */
    @Test
    void labelsOfTheResponseGoAlong() {
        ObjectNode parameters = ExtractCase.named("templates").parametersWithQuestionnaire();
        ((ObjectNode) parameters.at("/parameter/0/resource"))
                .withObject("meta")
                .withArray("security")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActReason")
                .put("code", "HTEST");

        Extracted extracted = Extracted.of(fhir.post("QuestionnaireResponse/$extract", parameters.toString()));

        assertThat(extracted.entries())
                .isNotEmpty()
                .allMatch(entry ->
                        entry.at("/resource/meta/security/0/code").asText().equals("HTEST"));
    }

    /** Observations of items have an id that follows from the response: running twice writes them once. */
    @Test
    void runningTwiceDoesNotDouble() {
        Questionnaire form = TestInstrument.unique()
                .number("minutes")
                .change(q -> q.getItemFirstRep()
                        .addCode(new Coding("urn:example:codes", "minutes", null))
                        .addExtension(SdcExtensions.OBSERVATION_EXTRACT, new BooleanType(true)))
                .questionnaire();
        assertThat(fhir.post(form)).isCreated();
        String id = Answers.to(form).of(patient).answer("minutes", 4.5).submit().id();

        for (int i = 0; i < 2; i++) {
            assertThat(fhir.bundle(Extracted.of(fhir.get("QuestionnaireResponse/" + id + "/$extract"))
                            .bundle()))
                    .succeeded();
        }

        assertThat(fhir.count(
                        "Observation", Map.of("code", "urn:example:codes|minutes", "subject", patient.reference())))
                .isOne();
    }

    /** A response that was never stored has no id, so what comes of it has none either and names no origin. */
    @Test
    void ofAResponseWithoutIdEverythingIsNew() {
        QuestionnaireResponse response =
                patient.answers("oxford-knee-score").all("2").response();

        Extracted extracted = Extracted.of(post(response));

        assertThat((Observation) extracted.bundle().getEntryFirstRep().getResource())
                .hasValue("24");
        JsonNode entry = extracted.entries().get(0);
        assertThat(entry.path("resource").fieldNames()).toIterable().doesNotContain("id", "identifier", "derivedFrom");
        assertThat(entry.path("request").path("method").asText()).isEqualTo("POST");
        assertThat(Extracted.of(post(response)).entries()).isEqualTo(extracted.entries());
    }

    /** A form derived from the answered one may say better what to extract; the scores stay those of the answered one. */
    @Test
    void aDerivedQuestionnaireMaySayWhatToExtract() {
        Questionnaire derived = fhir.get("Questionnaire/eq-5d-5l").stored(Questionnaire.class);
        derived.setMeta(null);
        derived.addDerivedFrom(derived.getUrl());
        derived.setUrl("https://tests.meerwaarde.example/Questionnaire/derived").setVersion("1");
        derived.getItemFirstRep().addExtension(SdcExtensions.OBSERVATION_EXTRACT, new BooleanType(true));
        QuestionnaireResponse response =
                patient.answers("eq-5d-5l").all("1").answer("vas", 80).response();
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("questionnaire-response").setResource(response);
        parameters.addParameter().setName("questionnaire").setResource(derived);

        Extracted extracted = Extracted.of(fhir.post("QuestionnaireResponse/$extract", Fhir.json(parameters)));

        assertThat(extracted.entries())
                .extracting(entry -> entry.at("/resource/code/coding/0/code").asText())
                .containsExactlyInAnyOrder("eq-5d-5l-index-nl", "eq-vas", "eq-5d-mobility");
    }

    @Test
    void nothingToExtractIsSaid() {
        Questionnaire form = TestInstrument.unique().number("minutes").questionnaire();
        assertThat(fhir.post(form)).isCreated();
        Extracted extracted = Extracted.of(
                post(Answers.to(form).of(patient).answer("minutes", 4).response()));
        assertThat(extracted.entries()).isEmpty();
        assertThat(extracted.issues())
                .singleElement()
                .satisfies(issue -> assertThat(
                                new Complaint(ProblemCode.NOTHING_TO_EXTRACT, "", "nothing").isMadeBy(issue))
                        .isTrue());
    }

    @Test
    void everythingWrongWithARequestIsSaidAtOnce() {
        assertThat(fhir.get("QuestionnaireResponse/$extract?mood=good"))
                .isRefusedWith(
                        400,
                        List.of(
                                parameter("mood", "is not a parameter"),
                                parameter("questionnaire-response", "is needed here")));
        assertThat(fhir.post("QuestionnaireResponse/$extract", """
                        {"resourceType": "Parameters", "parameter": [
                          {"name": "questionnaire-response", "resource": {"resourceType": "Patient"}},
                          {"name": "questionnaire", "valueUri": "https://example.org/q"},
                          {"name": "questionnaire", "valueUri": "https://example.org/q"}]}
                        """))
                .isRefusedWith(
                        400,
                        List.of(
                                parameter("questionnaire-response", "must be a resource of type QuestionnaireResponse"),
                                parameter("questionnaire", "may be given once"),
                                parameter("questionnaire", "must be a resource of type Questionnaire.")));
        assertThat(fhir.get("QuestionnaireResponse/nowhere/$extract"))
                .isRefusedWith(
                        404, List.of(new Complaint(ProblemCode.UNKNOWN_RESPONSE, "", "QuestionnaireResponse/nowhere")));
    }

    /** Answers that would be refused when submitted are refused here, with the same words. */
    @Test
    void aResponseThatBreaksRulesIsRefused() {
        QuestionnaireResponse response = patient.answers("oxford-knee-score")
                .all("2")
                .change(r -> r.setStatus(QuestionnaireResponseStatus.INPROGRESS))
                .change(r -> r.addItem().setLinkId("oks-13"))
                .response();
        assertThat(post(response))
                .isRefusedWith(
                        new Complaint(ProblemCode.UNKNOWN_ITEM, "QuestionnaireResponse.item[12]", "no item 'oks-13'"),
                        new Complaint(ProblemCode.RESPONSE_NOT_COMPLETED, "QuestionnaireResponse.status", "completed"));
    }

    /** A body is read as it stands: what FHIR does not know is not dropped, and with it an answer. */
    @Test
    void whatIsNotFhirIsRefused() {
        String body = Fhir.json(
                parameters(patient.answers("oxford-knee-score").all("2").response()));
        assertThat(fhir.post("QuestionnaireResponse/$extract", body.replaceFirst("\"answer\"", "\"answers\"")))
                .isRefusedWith(400, List.of(new Complaint(ProblemCode.INVALID_RESOURCE, "", "no element 'answers'")));
    }

    @Test
    void twoOfOneDefinitionHaveAnAddressEach() {
        String goal = "http://hl7.org/fhir/StructureDefinition/Goal";
        Questionnaire form = TestInstrument.unique()
                .number("minutes")
                .change(q -> q.addExtension(definition(goal)).addExtension(definition(goal)))
                .questionnaire();
        Parameters parameters =
                parameters(Answers.to(form).of(patient).answer("minutes", 4).response());
        parameters.addParameter().setName("questionnaire").setResource(form);

        assertThat(Extracted.of(fhir.post("QuestionnaireResponse/$extract", Fhir.json(parameters)))
                        .entries())
                .hasSize(2)
                .extracting(entry -> entry.path("fullUrl").asText())
                .doesNotHaveDuplicates();
    }

    /** What a Questionnaire gets wrong spoils every extraction, so it is said in full and nothing is returned. */
    @Test
    void aQuestionnaireThatCannotBeExtractedByIsRefused() {
        Questionnaire form = TestInstrument.unique()
                .number("minutes")
                .change(q -> q.addExtension(template("#nowhere")))
                .change(q -> q.addExtension(definition("http://hl7.org/fhir/StructureDefinition/Patience")))
                .change(q -> q.addExtension(definition("http://hl7.org/fhir/StructureDefinition/Patient")))
                .change(q -> q.addExtension(value("http://hl7.org/fhir/StructureDefinition/Patient#Patient.mood", "1")))
                .change(q -> q.addExtension(
                        value("http://hl7.org/fhir/StructureDefinition/Patient#Patient.active", "true and (")))
                .change(q ->
                        q.addExtension(value("http://hl7.org/fhir/StructureDefinition/Goal#Goal.note.text", "'x'")))
                .questionnaire();
        Parameters parameters =
                parameters(Answers.to(form).of(patient).answer("minutes", 4).response());
        parameters.addParameter().setName("questionnaire").setResource(form);
        String at = "QuestionnaireResponse";
        assertThat(fhir.post("QuestionnaireResponse/$extract", Fhir.json(parameters)))
                .isRefusedWith(
                        new Complaint(ProblemCode.INVALID_DEFINITION, at, "'#nowhere'"),
                        new Complaint(ProblemCode.INVALID_DEFINITION, at, "StructureDefinition/Patience"),
                        new Complaint(ProblemCode.INVALID_DEFINITION, at, "no element mood"),
                        new Complaint(ProblemCode.EXPRESSION_SYNTAX, at, "true and ("),
                        new Complaint(ProblemCode.INVALID_DEFINITION, at, "definitionExtractValue needs"));
    }

    @Test
    void aQuestionnaireThatIsNotTheAnsweredOneIsRefused() {
        Parameters parameters =
                parameters(patient.answers("oxford-knee-score").all("2").response());
        parameters
                .addParameter()
                .setName("questionnaire")
                .setResource(TestInstrument.unique().number("minutes").questionnaire());
        assertThat(fhir.post("QuestionnaireResponse/$extract", Fhir.json(parameters)))
                .isRefusedWith(new Complaint(
                        ProblemCode.INVALID_PARAMETER, "questionnaire", "nor a Questionnaire it is derivedFrom"));
    }

    private Reply post(QuestionnaireResponse response) {
        return fhir.post("QuestionnaireResponse/$extract", Fhir.json(parameters(response)));
    }

    private static Parameters parameters(QuestionnaireResponse response) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("questionnaire-response").setResource(response);
        return parameters;
    }

    private static Complaint parameter(String name, String says) {
        return new Complaint(ProblemCode.INVALID_PARAMETER, name, says);
    }

    private static Extension template(String reference) {
        Extension template = new Extension(SdcExtensions.TEMPLATE_EXTRACT);
        template.addExtension("template", new Reference(reference));
        return template;
    }

    private static Extension definition(String canonical) {
        Extension definition = new Extension(SdcExtensions.DEFINITION_EXTRACT);
        definition.addExtension("definition", new CanonicalType(canonical));
        return definition;
    }

    private static Extension value(String definition, String fhirPath) {
        Extension value = new Extension(SdcExtensions.DEFINITION_EXTRACT_VALUE);
        value.addExtension("definition", new UriType(definition));
        value.addExtension(
                "expression", new Expression().setLanguage("text/fhirpath").setExpression(fhirPath));
        return value;
    }
}
