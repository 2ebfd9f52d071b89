package nl.meerwaarde.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ca.uhn.fhir.context.FhirContext;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.consent.Ground;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

class RecipientPolicyReaderTest {
    @Test
    void theShippedPoliciesAreTheCustomOfTheCountry() {
        RecipientPolicyReader.Reading shipped = RecipientPolicyReader.read(shipped());

        assertThat(shipped.problems()).isEmpty();
        assertThat(shipped.policies().keySet())
                .containsExactly("record-holder", "registry", "organization", "team", "researcher", "public");
        RecipientPolicy open = Objects.requireNonNull(shipped.policies().get("public"));
        assertThat(open.threshold()).isEqualTo(10);
        assertThat(open.dominance()).isEqualTo(0.5);
        assertThat(open.adjustedFrom()).isEqualTo(30);
        assertThat(open.coalition()).isEqualTo(2);
        assertThat(open.periods()).containsExactly(PeriodGrid.YEAR);
        assertThat(open.freePeriods()).isFalse();
        assertThat(open.exact()).isFalse();
    }

    @Test
    void aPolicyThatSaysTooLittleIsNone() {
        assertThat(sentences(codeSystem(property("threshold", new IntegerType(10)))))
                .hasSize(4)
                .anyMatch(problem -> problem.contains("protection"))
                .anyMatch(problem -> problem.contains("dominance"))
                .anyMatch(problem -> problem.contains("adjusted-from"))
                .anyMatch(problem -> problem.contains("no period"));
    }

    @Test
    void whatIsNoNumberOrNotKnownIsNamed() {
        assertThat(sentences(codeSystem(
                        property("exact", new BooleanType(true)),
                        property("free-periods", new CodeType("yes")),
                        property("period", new CodeType("week")),
                        property("minimum", new IntegerType(3)),
                        property("dominance", new DecimalType("1.5")))))
                .anyMatch(problem -> problem.contains("free-periods"))
                .anyMatch(problem -> problem.contains("week"))
                .anyMatch(problem -> problem.contains("minimum"))
                .anyMatch(problem -> problem.contains("dominance"));
    }

    @Test
    void theProtectionMustBePossible() {
        assertThat(sentences(codeSystem(
                        property("threshold", new IntegerType(5)),
                        property("protection", new IntegerType(5)),
                        property("dominance", new DecimalType("0.5")),
                        property("adjusted-from", new IntegerType(30)),
                        property("period", new CodeType("year")))))
                .singleElement()
                .asString()
                .contains("protection must be less than threshold");
    }

    /** Two periods that differ by a day tell of that day. */
    @Test
    void freePeriodsAreForWhoSeesItsOwnExactly() {
        assertThat(sentences(codeSystem(
                        property("threshold", new IntegerType(10)),
                        property("protection", new IntegerType(5)),
                        property("dominance", new DecimalType("0.5")),
                        property("adjusted-from", new IntegerType(30)),
                        property("period", new CodeType("year")),
                        property("free-periods", new BooleanType(true)))))
                .singleElement()
                .asString()
                .contains("free periods");
    }

    /** The same figures beside a name tell whose pseudonym it is. */
    @Test
    void pseudonymsNeedAPublicThatKnowsNoNamesEither() {
        CodeSystem named = shipped();
        pseudonymous(named, "organization");
        CodeSystem closed = shipped();
        pseudonymous(closed, "organization");
        pseudonymous(closed, "public");

        assertThat(sentences(named)).singleElement().asString().contains("organization", "public pseudonymous too");
        assertThat(sentences(closed)).isEmpty();
        assertThat(RecipientPolicyReader.read(closed).policies())
                .hasEntrySatisfying(
                        "organization",
                        policy -> assertThat(policy.pseudonymous()).isTrue())
                .hasEntrySatisfying(
                        "team", policy -> assertThat(policy.pseudonymous()).isFalse());
    }

    @Test
    void theShippedGroundsAreThoseOfTheLaw() {
        assertThat(RecipientPolicyReader.read(shipped()).policies())
                .hasEntrySatisfying(
                        "record-holder", policy -> assertThat(policy.ground()).isEqualTo(Ground.CARE))
                .hasEntrySatisfying(
                        "registry", policy -> assertThat(policy.ground()).isEqualTo(Ground.STATUTORY))
                .hasEntrySatisfying(
                        "public", policy -> assertThat(policy.ground()).isEqualTo(Ground.DOCUMENTED));
    }

    @Test
    void whoGaveNoGroundHasOneThatPatientsCanObjectTo() {
        CodeSystem policies = shipped();
        policies.getConcept()
                .forEach(concept -> concept.getProperty().removeIf(property -> "ground".equals(property.getCode())));

        RecipientPolicyReader.Reading reading = RecipientPolicyReader.read(policies);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.policies())
                .hasEntrySatisfying(
                        "record-holder", policy -> assertThat(policy.ground()).isEqualTo(Ground.CARE))
                .hasEntrySatisfying(
                        "registry", policy -> assertThat(policy.ground()).isEqualTo(Ground.DOCUMENTED));
    }

    /** The difference between two of them would be the figures of those who are in one only. */
    @Test
    void recipientsWhoMayNotSeeEveryNumberHaveOneGround() {
        CodeSystem one = shipped();
        ground(one, "researcher", "consent");
        CodeSystem all = shipped();
        List.of("organization", "team", "researcher", "public").forEach(code -> ground(all, code, "consent"));

        assertThat(sentences(one)).singleElement().asString().contains("one ground", "[researcher]");
        assertThat(sentences(all)).isEmpty();
    }

    @Test
    void groundsThatMakeNoSenseAreNamed() {
        CodeSystem unknown = shipped();
        ground(unknown, "registry", "interest");
        CodeSystem caring = shipped();
        ground(caring, "public", "care");
        CodeSystem holder = shipped();
        ground(holder, "record-holder", "consent");

        assertThat(sentences(unknown)).singleElement().asString().contains("registry", "interest");
        assertThat(sentences(caring)).singleElement().asString().contains("public", "treats nobody");
        assertThat(sentences(holder)).singleElement().asString().contains("record-holder", "keeps the records");
    }

    private static void ground(CodeSystem policies, String recipient, String ground) {
        policies.getConcept().stream()
                .filter(concept -> concept.getCode().equals(recipient))
                .flatMap(concept -> concept.getProperty().stream())
                .filter(property -> "ground".equals(property.getCode()))
                .forEach(property -> property.setValue(new CodeType(ground)));
    }

    @Test
    void aRegistryIsNamedWithWhatIsDeliveredToIt() {
        CodeSystem codeSystem = shipped();
        assertThat(RegistryReader.read(codeSystem).measures()).as("as shipped").isEmpty();
        registry(codeSystem, "registry", "knees", "Organization/knees", "https://a.test/Measure/1", "urn:oid:1.2");
        registry(codeSystem, "registry", "hearts", "Organization/hearts");

        assertThat(sentences(codeSystem)).isEmpty();
        assertThat(RegistryReader.read(codeSystem).measures())
                .containsOnly(
                        entry("Organization/knees", Set.of("https://a.test/Measure/1", "urn:oid:1.2")),
                        entry("Organization/hearts", Set.of()));
        assertThat(RecipientPolicyReader.read(codeSystem).policies().keySet())
                .isEqualTo(RecipientPolicyReader.read(shipped()).policies().keySet());
    }

    @Test
    void whatIsWrongWithARegistryIsNamed() {
        CodeSystem codeSystem = shipped();
        registry(codeSystem, "registry", "one", "knees", "https://a.test/Measure/1");
        registry(codeSystem, "registry", "two", "Organization/two", "https://a.test/Measure/1|1.0.0", "Measure/1");
        registry(codeSystem, "registry", "three", "Organization/two")
                .addProperty(property("exact", new BooleanType(true)));
        registry(codeSystem, "registry", "four", "Organization/four")
                .addProperty(property("measure", new BooleanType(true)))
                .addConcept()
                .setCode("five");
        registry(codeSystem, "public", "six", "Organization/six");

        assertThat(sentences(codeSystem))
                .hasSize(8)
                .anyMatch(problem -> problem.contains("Registry one needs one property organization"))
                .anyMatch(
                        problem -> problem.contains("Registry two: https://a.test/Measure/1|1.0.0 is not the address"))
                .anyMatch(problem -> problem.contains("Registry two: Measure/1 is not the address"))
                .anyMatch(problem -> problem.contains("three has a property exact"))
                .anyMatch(problem -> problem.contains("Registry three: Organization/two is another registry"))
                .anyMatch(problem -> problem.contains("Registry four is not divided"))
                .anyMatch(problem -> problem.contains("Registry four:  is not the address"))
                .anyMatch(problem -> problem.contains("Registry six stands below public"));
    }

    /** What is delivered is part of the rules, which stand still under one version. */
    @Test
    void otherDeliveriesAreOtherRules() {
        RecipientPolicyRules rules = new RecipientPolicyRules();
        CodeSystem codeSystem = shipped();
        registry(codeSystem, "registry", "knees", "Organization/knees", "https://a.test/Measure/1");
        CodeSystem more = shipped();
        registry(
                more,
                "registry",
                "knees",
                "Organization/knees",
                "https://a.test/Measure/1",
                "https://a.test/Measure/2");

        assertThat(rules.computingContent(codeSystem))
                .isNotEqualTo(rules.computingContent(shipped()))
                .isNotEqualTo(rules.computingContent(more));
    }

    private static ConceptDefinitionComponent registry(
            CodeSystem policies, String recipient, String code, String organization, String... measures) {
        ConceptDefinitionComponent registry = policies.getConcept().stream()
                .filter(concept -> concept.getCode().equals(recipient))
                .findFirst()
                .orElseThrow()
                .addConcept()
                .setCode(code);
        registry.addProperty(property("organization", new StringType(organization)));
        Stream.of(measures).forEach(measure -> registry.addProperty(property("measure", new StringType(measure))));
        return registry;
    }

    private static void pseudonymous(CodeSystem policies, String recipient) {
        policies.getConcept().stream()
                .filter(concept -> concept.getCode().equals(recipient))
                .forEach(concept -> concept.addProperty(property("pseudonymous", new BooleanType(true))));
    }

    private static List<String> sentences(CodeSystem codeSystem) {
        return RecipientPolicyReader.read(codeSystem).problems().stream()
                .map(Problem::sentence)
                .map(Object::toString)
                .toList();
    }

    private static CodeSystem.ConceptPropertyComponent property(String code, Type value) {
        return new CodeSystem.ConceptPropertyComponent().setCode(code).setValue(value);
    }

    private static CodeSystem codeSystem(CodeSystem.ConceptPropertyComponent... properties) {
        CodeSystem codeSystem = new CodeSystem();
        codeSystem.setUrl(Canonicals.CodeSystems.DISCLOSURE_RECIPIENT).setVersion("1");
        ConceptDefinitionComponent concept = codeSystem.addConcept().setCode("neighbour");
        for (CodeSystem.ConceptPropertyComponent property : properties) {
            concept.addProperty(property);
        }
        return codeSystem;
    }

    private static CodeSystem shipped() {
        InputStream json = RecipientPolicyReaderTest.class.getResourceAsStream(
                "/nl/meerwaarde/terminology/CodeSystem-disclosure-recipient.json");
        return FhirContext.forR4Cached().newJsonParser().parseResource(CodeSystem.class, Objects.requireNonNull(json));
    }
}
