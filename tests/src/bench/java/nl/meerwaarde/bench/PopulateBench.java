package nl.meerwaarde.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import nl.meerwaarde.bench.Load.Measured;
import nl.meerwaarde.terminology.Canonicals.CoreExtensions;
import nl.meerwaarde.terminology.Canonicals.SdcExtensions;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.ServerProcess;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/**
 * Populating a form: the same four expressions here and by the clinical-reasoning module of HAPI; a query and ten questions from a record of 300
 * Observations, which that module does not do.
 */
class PopulateBench {
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 20));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.round", 15));
    private static final String SYSTEM = "https://bench.meerwaarde.example/code";
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final int KINDS = 30;
    private static final int OF_EACH_KIND = 10;
    private static final int ASKED = 10;

    private final Page page = new Page("Populating a form");

    @Test
    void populatingTakesMilliseconds() throws Exception {
        try (Databases databases = new Databases();
                ServerProcess ours = ServerProcess.delivered(
                        "populate-ours", List.of(), databases.create("ours").settings());
                ServerProcess theirs = ServerProcess.ofClass(CqlServer.class, databases.create("theirs"))) {
            prepare(ours.fhir());
            prepare(theirs.fhir());
            page.line("| form | server | p50 ms | p99 ms | CPU-ms per request |");
            page.line("|---|---|---|---|---|");
            Measured here = measured("4 expressions", "ours", ours, "bench-expressions");
            Measured there = measured("4 expressions", "clinical reasoning", theirs, "bench-expressions");
            measured("a query", "ours", ours, "bench-query");
            measured("10 of 300 Observations", "ours", ours, "bench-observations");
            double times = there.millis(0.5) / here.millis(0.5);
            page.line("");
            page.line("With expressions ours is %.0f times as fast.", times);
            page.write("populate.md");
            assertThat(times).isGreaterThan(10);
        }
    }

    private Measured measured(String form, String name, ServerProcess server, String questionnaire) throws Exception {
        String body = """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "subject", "%s},
                  {"name": "context", "part": [
                    {"name": "name", "valueString": "patient"},
                    {"name": "content", "valueReference": {"reference": "Patient/bench"}}]}]}
                """.formatted(
                        name.equals("ours")
                                ? "valueReference\": {\"reference\": \"Patient/bench\"}"
                                : "valueString\": \"Patient/bench\"");
        Load load = new Load(
                URI.create(server.fhir().base() + "/Questionnaire/" + questionnaire + "/$populate"), number -> body);
        load.run(server, 1, WARM_UP);
        Measured measured = load.run(server, 1, ROUND);
        page.line(
                "| %s | %s | %.1f | %.1f | %.1f |",
                form, name, measured.millis(0.5), measured.millis(0.99), measured.processorMillisPerRequest());
        return measured;
    }

    private static void prepare(Fhir fhir) {
        Patient patient = new Patient();
        patient.setId("bench");
        patient.setGender(AdministrativeGender.FEMALE).setBirthDateElement(new DateType("1950-03-01"));
        patient.addName().setFamily("Jansen").addGiven("Anna");
        put(fhir, patient);
        put(fhir, expressions());
        put(fhir, query());
        put(fhir, observations());
        for (int kind = 0; kind < KINDS; kind++) {
            for (int i = 0; i < OF_EACH_KIND; i++) {
                put(fhir, observation(kind, i));
            }
        }
    }

    private static void put(Fhir fhir, Resource resource) {
        assertThat(fhir.put(resource).status()).isLessThan(300);
    }

    private static Questionnaire form(String id) {
        Questionnaire form = new Questionnaire();
        form.setUrl("https://bench.meerwaarde.example/Questionnaire/" + id).setVersion("1");
        form.setStatus(PublicationStatus.ACTIVE).addSubjectType("Patient");
        form.setId(id);
        Extension patient = new Extension(SdcExtensions.LAUNCH_CONTEXT);
        patient.addExtension(
                "name", new Coding("http://hl7.org/fhir/uv/sdc/CodeSystem/launchContext", "patient", "Patient"));
        patient.addExtension("type", new CodeType("Patient"));
        form.addExtension(patient);
        return form;
    }

    private static Questionnaire expressions() {
        Questionnaire form = form("bench-expressions");
        initial(form, "family", QuestionnaireItemType.STRING, "%patient.name.first().family");
        initial(form, "given", QuestionnaireItemType.STRING, "%patient.name.first().given.first()");
        initial(form, "born", QuestionnaireItemType.DATE, "%patient.birthDate");
        initial(form, "woman", QuestionnaireItemType.BOOLEAN, "%patient.gender = 'female'");
        return form;
    }

    private static void initial(Questionnaire form, String linkId, QuestionnaireItemType type, String fhirPath) {
        form.addItem()
                .setLinkId(linkId)
                .setText(linkId)
                .setType(type)
                .addExtension(
                        SdcExtensions.INITIAL_EXPRESSION,
                        new Expression().setLanguage("text/fhirpath").setExpression(fhirPath));
    }

    private static Questionnaire query() {
        Questionnaire form = form("bench-query");
        form.addExtension(
                CoreExtensions.VARIABLE,
                new Expression()
                        .setName("newest")
                        .setLanguage("application/x-fhir-query")
                        .setExpression(
                                "Observation?patient={{%patient.id}}&code=" + SYSTEM + "|kind-1&_sort=-date&_count=1"));
        initial(form, "value", QuestionnaireItemType.DECIMAL, "%newest.entry.resource.value.value");
        return form;
    }

    private static Questionnaire observations() {
        Questionnaire form = form("bench-observations");
        for (int kind = 0; kind < ASKED; kind++) {
            QuestionnaireItemComponent item = form.addItem()
                    .setLinkId("kind-" + kind)
                    .setText("Kind " + kind)
                    .setType(QuestionnaireItemType.QUANTITY);
            item.addCode(new Coding(SYSTEM, "kind-" + kind, null));
            org.hl7.fhir.r4.model.Duration period = new org.hl7.fhir.r4.model.Duration();
            period.setValue(20).setSystem(UCUM).setCode("a");
            item.addExtension(SdcExtensions.OBSERVATION_LINK_PERIOD, period);
        }
        return form;
    }

    private static Observation observation(int kind, int number) {
        Observation observation = new Observation();
        observation.setId("bench-" + kind + "-" + number);
        observation.setStatus(ObservationStatus.FINAL).setSubject(new Reference("Patient/bench"));
        observation.getCode().addCoding(new Coding(SYSTEM, "kind-" + kind, null));
        observation.setEffective(new DateTimeType("20%02d-05-05".formatted(15 + number)));
        observation.setValue(
                new Quantity(kind + number).setUnit("kg").setSystem(UCUM).setCode("kg"));
        return observation;
    }
}
