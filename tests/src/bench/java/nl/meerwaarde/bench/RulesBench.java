package nl.meerwaarde.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import nl.meerwaarde.bench.Load.Measured;
import nl.meerwaarde.ig.ImplementationGuide;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.FhirAssert;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.ServerProcess;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** What the rules of goals and decisions cost on a write: the same resource with our profile, and without it, when nobody looks at it. */
class RulesBench {
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 10));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.round", 8));
    private static final int ROUNDS = 3;
    /** Many, so that nobody's record grows beyond what a patient has. */
    private static final int PATIENTS = 400;

    private static final List<String> AROUND_THE_PATIENT = List.of(
            "Organization-example-hospital.json",
            "Organization-example-practice.json",
            "Practitioner-example-surgeon.json",
            "Practitioner-example-physiotherapist.json",
            "Practitioner-example-nurse.json",
            "PractitionerRole-example-nurse-at-hospital.json",
            "RelatedPerson-example-daughter.json",
            "CareTeam-example-care-team.json",
            "Condition-example-knee-osteoarthritis.json");

    private static final Map<String, String> EXAMPLES = new ConcurrentHashMap<>();

    private final Page page = new Page("Rules of goals and decisions");

    @Test
    void rulesCostLittle() throws Exception {
        try (Databases databases = new Databases();
                ServerProcess server = ServerProcess.delivered(
                        "rules", List.of(), databases.create("rules").settings())) {
            prepare(server.fhir());
            page.line("| write | p50 ms | p99 ms | CPU-ms per request |");
            page.line("|---|---|---|---|");
            Map<String, Measured> measured = new TreeMap<>();
            for (int round = 0; round <= ROUNDS; round++) {
                run(measured, server, round, "Goal", "a goal, ruled", n -> goal(n, true));
                run(measured, server, round, "Goal", "a goal, not ruled", n -> goal(n, false));
                run(measured, server, round, "CarePlan", "a decision, ruled and asked about", n -> decision(n, true));
                run(measured, server, round, "CarePlan", "a decision, not ruled", n -> decision(n, false));
                run(
                        measured,
                        server,
                        round,
                        "QuestionnaireResponse",
                        "a response, of who has goals",
                        n -> answers(n % 200));
                run(
                        measured,
                        server,
                        round,
                        "QuestionnaireResponse",
                        "a response, of who has none",
                        n -> answers(200 + n % 200));
            }
            measured.forEach((name, all) -> page.line(
                    "| %s | %.1f | %.1f | %.1f |",
                    name, all.millis(0.5), all.millis(0.99), all.processorMillisPerRequest()));
            page.write("rules.md");
        }
    }

    private static void run(
            Map<String, Measured> measured,
            ServerProcess server,
            int round,
            String type,
            String name,
            IntFunction<String> body)
            throws Exception {
        Load load = new Load(URI.create(server.fhir().base() + "/" + type), body);
        Measured one = load.run(server, 1, round == 0 ? WARM_UP : ROUND);
        if (round > 0) {
            measured.merge(name, one, Measured::and);
        }
    }

    private static void prepare(Fhir fhir) {
        for (int n = 0; n < PATIENTS; n++) {
            Bundle patient = new Bundle().setType(BundleType.TRANSACTION);
            Patient person = Patients.unstored();
            person.setId("rules-" + n);
            put(patient, person);
            for (String around : AROUND_THE_PATIENT) {
                put(patient, example(around, n));
            }
            CarePlan episode = (CarePlan) example("CarePlan-example-episode.json", n);
            put(patient, episode.setGoal(null));
            FhirAssert.assertThat(fhir.bundle(patient)).succeeded();
        }
    }

    private static void put(Bundle transaction, Resource resource) {
        transaction
                .addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
    }

    /** An example of the implementation guide, about the patient with this number. */
    private static Resource example(String file, int n) {
        String json = EXAMPLES.computeIfAbsent(file, RulesBench::read)
                .replace("/example-", "/rules-" + n + "-")
                .replace("\"example-", "\"rules-" + n + "-")
                .replace("rules-" + n + "-patient", "rules-" + n);
        return (Resource) Fhir.CONTEXT.newJsonParser().parseResource(json);
    }

    private static String read(String file) {
        try (InputStream json = ImplementationGuide.class.getResourceAsStream("examples/" + file)) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String goal(int number, boolean ruled) {
        Goal goal = (Goal) example("Goal-example-goal.json", ruled ? number % 200 : 200 + number % 200);
        goal.setOutcomeReference(null).setAchievementStatus(null).setStatusDate(null);
        return sent(goal, ruled);
    }

    private static String decision(int number, boolean ruled) {
        CarePlan plan = (CarePlan) example("CarePlan-example-shared-decision.json", number % PATIENTS);
        return sent(plan.setGoal(null), ruled);
    }

    private static String sent(Resource resource, boolean ruled) {
        resource.setId((String) null);
        if (!ruled) {
            resource.setMeta(null);
        }
        return Fhir.json(resource);
    }

    private static String answers(int n) {
        QuestionnaireResponse response =
                Answers.to("oxford-knee-score").all("3").response();
        response.setSubject(new Reference("Patient/rules-" + n));
        response.setQuestionnaire(Canonicals.BASE + "/Questionnaire/oxford-knee-score|1.0.0");
        return Fhir.json(response);
    }
}
