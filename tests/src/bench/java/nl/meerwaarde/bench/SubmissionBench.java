package nl.meerwaarde.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meerwaarde.bench.Load.Measured;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.ServerProcess;
import nl.meerwaarde.tests.support.Wordings;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Submitting a response that is validated, scored and turned into outcome facts, against a stock HAPI server that validates and stores the same response
 * and the same score Observations, which a client would have had to compute, in one transaction Bundle. Ours once with everything on: each patient sends
 * with a token of its own, by the access rules, into the audit trail; once in the open and without a trail. Stock asks nobody and records nothing.
 */
class SubmissionBench {
    private static final int PATIENTS = Integer.getInteger("bench.patients", 1000);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 40));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.round", 20));
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final List<String> DEFINITIONS =
            List.of("CodeSystem", "ValueSet", "StructureDefinition", "Questionnaire");
    private static final String SOMEBODY = "bench-0";
    private static final String TEMPLATE_DAY = "2026-02-01";
    private static final Instant FIRST_ANSWER = Instant.parse("2026-01-02T00:00:00Z");

    private final Page page = new Page("Submitting a scored, validated response");

    /** A server and the load on it. */
    private record Contestant(String name, ServerProcess server, Load load) {}

    @Test
    void submittingIsAtLeastTwiceAsFastAsStock() throws Exception {
        try (Databases databases = new Databases();
                ServerProcess guarded = ServerProcess.inUse(
                        "submission-in-use",
                        List.of(),
                        with(databases.create("guarded").settings(), "--meerwaarde.notification.enabled=true"));
                ServerProcess unrecorded = ServerProcess.inUse(
                        "submission-unrecorded",
                        List.of(),
                        with(
                                with(
                                        databases.create("unrecorded").settings(),
                                        "--meerwaarde.notification.enabled=true"),
                                "--meerwaarde.audit.enabled=false"));
                ServerProcess open = ServerProcess.delivered(
                        "submission-open",
                        List.of(),
                        with(databases.create("open").settings(), "--meerwaarde.audit.enabled=false"));
                ServerProcess stock = ServerProcess.ofClass(StockServer.class, databases.create("stock"))) {
            Wordings.load(guarded.fhir(), "oxford-knee-score");
            Wordings.load(unrecorded.fhir(), "oxford-knee-score");
            Wordings.load(open.fhir(), "oxford-knee-score");
            copyDefinitions(open.fhir(), stock.fhir());
            for (Fhir fhir : List.of(guarded.fhir(), unrecorded.fhir(), open.fhir(), stock.fhir())) {
                createPatients(fhir);
            }
            String response = Fhir.json(response(open.fhir()));
            List<Contestant> contestants = List.of(
                    new Contestant(
                            "ours, everything on",
                            guarded,
                            load(guarded, "/QuestionnaireResponse", response, patientTokens())),
                    new Contestant(
                            "ours, everything on but the audit trail",
                            unrecorded,
                            load(unrecorded, "/QuestionnaireResponse", response, patientTokens())),
                    new Contestant(
                            "ours, open, no audit trail", open, load(open, "/QuestionnaireResponse", response, null)),
                    new Contestant("stock", stock, load(stock, "", Fhir.json(bundle(open.fhir())), null)));
            for (Contestant contestant : contestants) {
                contestant.load().run(contestant.server(), 8, WARM_UP);
            }
            page.line("| clients | server | req/s (each round) | p50 ms | p99 ms | CPU-ms per request |");
            page.line("|---|---|---|---|---|---|");
            try {
                for (int clients : new int[] {1, 8}) {
                    compare(clients, contestants);
                }
            } finally { // the figures stand, whether they please or not
                page.line("");
                contestants.forEach(contestant -> page.line(
                        "Memory afterwards: %s %d MB.",
                        contestant.name(), contestant.server().residentMegabytes()));
                page.write("submission.md");
            }
        }
    }

    private static List<String> with(List<String> database, String setting) {
        return Stream.concat(database.stream(), Stream.of(setting)).toList();
    }

    private static IntFunction<String> patientTokens() {
        List<String> tokens = IntStream.range(0, PATIENTS)
                .mapToObj(i -> ServerProcess.issuer()
                        .token("bench-" + i)
                        .of(Role.PATIENT)
                        .person("Patient/bench-" + i)
                        .with("patient", "bench-" + i)
                        .scopes("patient/*.cruds")
                        .livesFrom(Instant.now(), TOKEN_LIFE)
                        .signed())
                .toList();
        return number -> tokens.get(number % PATIENTS);
    }

    /** Turn and turn about, so that what else the machine does meets all. */
    private void compare(int clients, List<Contestant> contestants) throws Exception {
        Map<String, Measured> all = new LinkedHashMap<>();
        Map<String, List<Measured>> rounds = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Contestant contestant : contestants) {
                Measured measured = contestant.load().run(contestant.server(), clients, ROUND);
                all.merge(contestant.name(), measured, Measured::and);
                rounds.computeIfAbsent(contestant.name(), name -> new ArrayList<>())
                        .add(measured);
            }
        }
        rounds.forEach((name, measured) -> line(clients, name, measured));
        List<Double> perSecond =
                all.values().stream().map(Measured::requestsPerSecond).toList();
        double times = perSecond.get(0) / perSecond.get(3);
        page.line("| %d | everything on ÷ stock | %.2f | | | |", clients, times);
        page.line(
                "| %d | everything on ÷ without audit trail | %.2f | | | |",
                clients, perSecond.get(0) / perSecond.get(1));
        page.line("| %d | everything on ÷ open | %.2f | | | |", clients, perSecond.get(0) / perSecond.get(2));
        assertThat(perSecond.get(2) / perSecond.get(3))
                .as("%d clients, times stock", clients)
                .isGreaterThanOrEqualTo(2);
        assertThat(times).as("%d clients, everything on, times stock", clients).isGreaterThan(1);
    }

    private static Measured all(List<Measured> rounds) {
        return rounds.stream().reduce(Measured::and).orElseThrow();
    }

    private void line(int clients, String server, List<Measured> rounds) {
        Measured all = all(rounds);
        String each = rounds.stream()
                .map(round -> String.format("%.1f", round.requestsPerSecond()))
                .collect(java.util.stream.Collectors.joining(", "));
        page.line(
                "| %d | %s | %.1f (%s) | %.1f | %.1f | %.1f |",
                clients,
                server,
                all.requestsPerSecond(),
                each,
                all.millis(0.5),
                all.millis(0.99),
                all.processorMillisPerRequest());
    }

    /** Everything stock HAPI needs to validate our resources as we do. */
    private static void copyDefinitions(Fhir from, Fhir to) {
        for (String type : DEFINITIONS) {
            Bundle definitions = from.search(type, Map.of()).stored(Bundle.class);
            copy(definitions, to);
            while (definitions.getLink(IBaseBundle.LINK_NEXT) != null) {
                String next = definitions.getLink(IBaseBundle.LINK_NEXT).getUrl();
                definitions = from.get(next.substring(next.indexOf('?'))).stored(Bundle.class);
                copy(definitions, to);
            }
        }
    }

    private static void copy(Bundle definitions, Fhir to) {
        for (Bundle.BundleEntryComponent entry : definitions.getEntry()) {
            Resource definition = entry.getResource();
            definition.getMeta().setVersionId(null);
            assertThat(to.put(definition).status()).as(definition.getId()).isLessThan(300);
        }
    }

    private static void createPatients(Fhir fhir) {
        IntStream.range(0, PATIENTS)
                .mapToObj(i -> BenchPatient.resources("bench-" + i, "2026-03-01"))
                .flatMap(List::stream)
                .forEach(resource -> assertThat(fhir.put(resource).status()).isEqualTo(201));
    }

    private static QuestionnaireResponse response(Fhir fhir) {
        return BenchPatient.answers(fhir, SOMEBODY, "2", TEMPLATE_DAY);
    }

    /** The same response, with the Observations that our server computed of it. */
    private static Bundle bundle(Fhir ours) {
        String submitted = ours.post(response(ours)).id();
        QuestionnaireResponse response = response(ours);
        String placeholder = "urn:uuid:" + UUID.randomUUID();
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        bundle.addEntry()
                .setFullUrl(placeholder)
                .setResource(response)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("QuestionnaireResponse");
        Map<String, String> ofResponse = Map.of("derived-from", "QuestionnaireResponse/" + submitted);
        for (Bundle.BundleEntryComponent entry :
                ours.search("Observation", ofResponse).stored(Bundle.class).getEntry()) {
            Observation score = (Observation) entry.getResource();
            score.setId((String) null);
            score.getMeta().setVersionId(null).setLastUpdated(null);
            score.setDerivedFrom(List.of(new Reference(placeholder)));
            bundle.addEntry()
                    .setFullUrl("urn:uuid:" + UUID.randomUUID())
                    .setResource(score)
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl("Observation");
        }
        assertThat(bundle.getEntry()).hasSizeGreaterThan(1);
        return bundle;
    }

    private static Load load(ServerProcess server, String path, String template, @Nullable IntFunction<String> tokens) {
        IntFunction<String> body = number -> template.replace(SOMEBODY + "\"", "bench-" + number % PATIENTS + "\"")
                .replace("\"" + TEMPLATE_DAY + "\"", "\"" + FIRST_ANSWER.plusSeconds(number) + "\"");
        return new Load(URI.create(server.fhir().base() + path), body, tokens);
    }
}
