package nl.meerwaarde.tests.access;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.disclosure.ChangedPolicies;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.GuardedServer;
import nl.meerwaarde.tests.support.KneeRegistry;
import nl.meerwaarde.tests.support.KneeRegistry.Knee;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestToken;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two registries, each with a Measure of its own: what is delivered to the one is not for the other, whichever operation asks and however it names the Measure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryMeasuresIT {
    private static final String KNEES = "Organization/registry-of-knees";
    private static final String HIPS = "Organization/registry-of-hips";
    private static final String HEARTS = "Organization/registry-of-hearts";
    private static final String PERIOD = "periodStart=2023&periodEnd=2023";
    private static final String AS_REGISTRY = PERIOD + "&recipient=registry";

    private final Fhir ehr = GuardedServer.ehr();
    private final Fhir administrator = GuardedServer.with(GuardedServer.issuer()
            .token("administrator")
            .of(Role.ADMINISTRATOR)
            .scopes("user/*.cruds")
            .signed());
    private final Fhir registry = as(KNEES, Role.REGISTRY);
    private KneeRegistry own;
    private KneeRegistry other;
    private ChangedPolicies policies;

    @BeforeAll
    void deliver() {
        own = KneeRegistry.of(ehr).join(administrator);
        other = KneeRegistry.of(ehr).join(administrator);
        String hospital = KneeRegistry.hospital(ehr, "one");
        own.treat(ehr, hospital, Knee.random(1, 3, 2023, 1, 12));
        other.treat(ehr, hospital, Knee.random(2, 3, 2023, 1, 12));
        policies = ChangedPolicies.of(administrator, registries(registries -> {
            add(registries, "knees", KNEES, own.measure().getUrl());
            add(registries, "hips", HIPS, other.measure().getUrl());
        }));
    }

    @AfterAll
    void before() {
        policies.close();
    }

    private static Consumer<CodeSystem> registries(Consumer<ConceptDefinitionComponent> change) {
        return codeSystem -> codeSystem.getConcept().stream()
                .filter(concept -> concept.getCode().equals("registry"))
                .forEach(change);
    }

    private static void add(ConceptDefinitionComponent registries, String code, String organization, String measure) {
        ConceptDefinitionComponent registry =
                registries.addConcept().setCode(code).setDisplay("Registry of " + code);
        registry.addProperty().setCode("organization").setValue(new StringType(organization));
        registry.addProperty().setCode("measure").setValue(new StringType(measure));
    }

    private static Fhir as(String organization, Role... roles) {
        TestToken token = GuardedServer.issuer().token("registry").of(roles);
        return GuardedServer.with((organization.isEmpty() ? token : token.with("meerwaarde_organization", organization))
                .scopes("system/*.rs")
                .signed());
    }

    /** The id of a Measure here. */
    private String id(KneeRegistry registry) {
        return ehr.get("Measure?url=" + registry.measure().getUrl())
                .stored(Bundle.class)
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
    }

    /** What an operation needs besides. */
    private static String asked(String operation) {
        return operation.equals("$benchmark") ? AS_REGISTRY + "&group=mean-gain" : AS_REGISTRY;
    }

    private static Reply get(Fhir fhir, String operation, String measure) {
        return fhir.get("Measure/" + operation + "?measure=" + measure + "&" + asked(operation));
    }

    private static Reply post(Fhir fhir, String operation, String... measures) {
        Parameters parameters = new Parameters();
        Stream.of(asked(operation).split("&"))
                .map(parameter -> parameter.split("="))
                .forEach(parameter -> parameters.addParameter(parameter[0], parameter[1]));
        Stream.of(measures).forEach(measure -> parameters.addParameter("measure", measure));
        return fhir.post("Measure/" + operation, Fhir.json(parameters));
    }

    private static Complaint refusal(String measure) {
        return new Complaint(ProblemCode.NOT_ALLOWED, "measure", measure + " is not delivered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$evaluate-measure", "$benchmark", "$collect-data"})
    void whatIsDeliveredIsAnswered(String operation) {
        String url = own.measure().getUrl();
        for (String name : List.of(url, own.canonical(), "Measure/" + id(own))) {
            assertThat(get(registry, operation, name)).hasStatus(200);
            assertThat(post(registry, operation, name)).hasStatus(200);
        }
        assertThat(registry.get("Measure/" + id(own) + "/" + operation + "?" + asked(operation)))
                .hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$evaluate-measure", "$benchmark", "$collect-data"})
    void whatIsDeliveredToAnotherIsRefused(String operation) {
        String url = other.measure().getUrl();
        String id = "Measure/" + id(other);
        for (String name : List.of(url, other.canonical(), id)) {
            assertThat(get(registry, operation, name)).isRefusedWith(403, List.of(refusal(name)));
            assertThat(post(registry, operation, name)).isRefusedWith(403, List.of(refusal(name)));
        }
        assertThat(registry.get(id + "/" + operation + "?" + asked(operation)))
                .isRefusedWith(403, List.of(refusal(id)));
        for (String detour : List.of(
                url + "%23contained",
                url + "%7C9.9",
                id + "/_history/1",
                id + "/",
                "Measure/" + id(own) + "&measure=" + url,
                url.toUpperCase(java.util.Locale.ROOT),
                "https://elsewhere.test/Measure/none",
                "Measure/none")) {
            assertThat(get(registry, operation, detour)).hasStatus(403);
        }
        assertThat(registry.get("Measure/" + id(own) + "/" + operation + "?" + asked(operation) + "&measure=" + url))
                .hasStatus(403);
    }

    /** Everything that is not the registry's is named at once. */
    @Test
    void oneOfSeveralIsEnoughToRefuse() {
        assertThat(post(registry, "$evaluate-measure", own.canonical(), other.canonical(), "Measure/none"))
                .isRefusedWith(403, List.of(refusal(other.canonical()), refusal("Measure/none")));
        assertThat(registry.get("Measure/$evaluate-measure?" + AS_REGISTRY))
                .as("none at all")
                .hasStatus(400);
    }

    @Test
    void whatIsFetchedLaterIsRefusedWhenItIsAskedFor() {
        Fhir later = registry.with("Prefer", "respond-async");
        assertThat(get(later, "$evaluate-measure", other.canonical()))
                .isRefusedWith(403, List.of(refusal(other.canonical())));
        Reply accepted = get(later, "$evaluate-measure", own.canonical());
        assertThat(accepted).hasStatus(202);
        String path = accepted.http()
                .getHeader("Content-Location")
                .substring(registry.base().length() + 1);
        Reply answer =
                await().atMost(Duration.ofMinutes(1)).until(() -> registry.get(path), reply -> reply.status() != 202);
        MeasureReport report =
                (MeasureReport) answer.stored(Bundle.class).getEntryFirstRep().getResource();
        assertThat(report.getMeasure()).isEqualTo(own.canonical());
        assertThat(as(HIPS, Role.REGISTRY)
                        .get("MeasureReport?measure=" + own.measure().getUrl()))
                .as("beside the operation")
                .hasStatus(403);
    }

    @Test
    void eachRegistryHasItsOwn() {
        Fhir hips = as(HIPS, Role.REGISTRY);
        assertThat(get(hips, "$collect-data", other.canonical())).hasStatus(200);
        assertThat(get(hips, "$collect-data", own.canonical())).hasStatus(403);
    }

    @Test
    void noPseudonymIsKnownToTwoRegistries() {
        try (ChangedPolicies both = ChangedPolicies.of(
                administrator,
                registries(registries ->
                        add(registries, "hearts", HEARTS, own.measure().getUrl())))) {
            List<String> here = pseudonyms(registry);
            assertThat(here).hasSizeGreaterThan(3).isEqualTo(pseudonyms(registry));
            assertThat(pseudonyms(as(HEARTS, Role.REGISTRY)))
                    .hasSameSizeAs(here)
                    .doesNotContainAnyElementsOf(here);
        }
    }

    private List<String> pseudonyms(Fhir registry) {
        return get(registry, "$collect-data", own.canonical()).stored(Parameters.class).getParameter().stream()
                .filter(parameter -> parameter.getName().equals("resource"))
                .map(Parameters.ParametersParameterComponent::getResource)
                .filter(record -> !(record instanceof Organization))
                .map(record -> record.getIdElement().getIdPart())
                .sorted()
                .toList();
    }

    /** As shipped nothing is delivered to anybody. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Organization/registry-of-lungs"})
    void toARegistryThatNobodyNamedNothingIs(String organization) {
        for (String operation : List.of("$evaluate-measure", "$benchmark", "$collect-data")) {
            assertThat(get(as(organization, Role.REGISTRY), operation, own.canonical()))
                    .isRefusedWith(
                            403, List.of(new Complaint(ProblemCode.NOT_ALLOWED, "measure", "No Measure is delivered")));
        }
    }

    @Test
    void figuresForEverybodyAreForRegistriesToo() {
        String path = "Measure/$evaluate-measure?measure=" + other.canonical() + "&" + PERIOD + "&recipient=public";
        assertThat(registry.get(path)).hasStatus(200);
        assertThat(as("", Role.REGISTRY).get(path)).hasStatus(200);
    }

    /** It pools what hospitals deliver, whatever that is; it gets sums and never records. */
    @Test
    void aPoolingNodeIsNotHeldToMeasures() {
        Fhir node = as("", Role.POOLING_NODE);
        assertThat(get(node, "$evaluate-measure", own.canonical())).hasStatus(200);
        assertThat(get(node, "$evaluate-measure", other.canonical())).hasStatus(200);
        Fhir both = as(KNEES, Role.POOLING_NODE, Role.REGISTRY);
        assertThat(get(both, "$evaluate-measure", other.canonical())).hasStatus(200);
        assertThat(get(both, "$collect-data", other.canonical()))
                .isRefusedWith(403, List.of(refusal(other.canonical())));
        assertThat(get(both, "$collect-data", own.canonical())).hasStatus(200);
    }

    @Test
    void whatIsWithdrawnIsRefusedAtOnce() {
        try (ChangedPolicies withdrawn = ChangedPolicies.of(
                administrator,
                registries(registries -> registries
                        .getConcept()
                        .removeIf(concept -> concept.getCode().equals("knees"))))) {
            assertThat(get(registry, "$evaluate-measure", own.canonical())).hasStatus(403);
            assertThat(get(as(HIPS, Role.REGISTRY), "$evaluate-measure", other.canonical()))
                    .hasStatus(200);
        }
        assertThat(get(registry, "$evaluate-measure", own.canonical())).hasStatus(200);
    }
}
