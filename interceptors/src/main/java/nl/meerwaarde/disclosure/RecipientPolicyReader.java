package nl.meerwaarde.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.meerwaarde.consent.Ground;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;

/** Reads the code system of recipients: one concept per kind of recipient, its policy in the concept's properties. */
final class RecipientPolicyReader {
    private static final Set<String> KNOWN = Set.of(
            "exact",
            "own-exact",
            "pools",
            "individual",
            "pseudonymised-records",
            "threshold",
            "protection",
            "rounding",
            "dominance",
            "coalition",
            "adjusted-from",
            "period",
            "free-periods",
            "pseudonymous",
            "ground");

    private final CodeSystem codeSystem;
    private final List<Problem> problems = new ArrayList<>();

    private RecipientPolicyReader(CodeSystem codeSystem) {
        this.codeSystem = codeSystem;
    }

    /**
     * The policies by code, and everything that is wrong.
     *
     * @param policies of the concepts that are right
     */
    record Reading(Map<String, RecipientPolicy> policies, List<Problem> problems) {}

    static boolean isOfRecipients(CodeSystem codeSystem) {
        return Canonicals.CodeSystems.DISCLOSURE_RECIPIENT.equals(codeSystem.getUrl());
    }

    static Reading read(CodeSystem codeSystem) {
        return new RecipientPolicyReader(codeSystem).read();
    }

    private Reading read() {
        Map<String, RecipientPolicy> policies = new LinkedHashMap<>();
        if (!codeSystem.hasVersion()) {
            problem("CodeSystem.version", "version-missing");
        }
        for (int i = 0; i < codeSystem.getConcept().size(); i++) {
            new ConceptReader(codeSystem.getConcept().get(i), "CodeSystem.concept[" + i + "]")
                    .read()
                    .ifPresent(policy -> policies.put(policy.code(), policy));
        }
        problems.addAll(RegistryReader.read(codeSystem).problems());
        checkNames(policies);
        checkGrounds(policies);
        return new Reading(policies, List.copyOf(problems));
    }

    /** Everybody sees what is public: figures that stand there beside a name tell whose pseudonym stands beside them elsewhere. */
    private void checkNames(Map<String, RecipientPolicy> policies) {
        RecipientPolicy open = policies.get(RecipientPolicies.PUBLIC);
        if (open == null || open.pseudonymous()) {
            return;
        }
        policies.values().stream()
                .filter(RecipientPolicy::pseudonymous)
                .forEach(policy -> problem("CodeSystem.concept", "names-are-public", policy.code()));
    }

    /** Figures over the same patients, once with and once without some of them, would tell of these: what differs between two recipients is theirs. */
    private void checkGrounds(Map<String, RecipientPolicy> policies) {
        Map<Ground, List<String>> recipients = policies.values().stream()
                .filter(policy -> !policy.exact())
                .collect(Collectors.groupingBy(
                        RecipientPolicy::ground,
                        TreeMap::new,
                        Collectors.mapping(RecipientPolicy::code, Collectors.toList())));
        if (recipients.size() > 1) {
            problem("CodeSystem.concept", "several-grounds", recipients.values().toString());
        }
    }

    private void problem(String path, String key, Object... arguments) {
        problems.add(new Problem(
                ProblemCode.INVALID_DEFINITION, path, Sentence.beside(RecipientPolicyReader.class, key, arguments)));
    }

    private final class ConceptReader {
        private final ConceptDefinitionComponent concept;
        private final String path;
        private final int before = problems.size();

        ConceptReader(ConceptDefinitionComponent concept, String path) {
            this.concept = concept;
            this.path = path;
        }

        Optional<RecipientPolicy> read() {
            concept.getProperty().stream()
                    .map(ConceptPropertyComponent::getCode)
                    .filter(code -> !KNOWN.contains(code))
                    .forEach(code -> problem(path, "unknown-property", concept.getCode(), code));
            boolean exact = flag("exact");
            RecipientPolicy policy = new RecipientPolicy(
                    concept.getCode(),
                    String.valueOf(codeSystem.getVersion()),
                    exact,
                    flag("own-exact"),
                    flag("pools"),
                    flag("individual"),
                    flag("pseudonymised-records"),
                    number("threshold", exact ? 0 : 2, 1_000, exact),
                    number("protection", exact ? 0 : 2, 1_000, exact),
                    number("rounding", 1, 1_000, true),
                    share(exact),
                    number("coalition", 0, 5, true),
                    number("adjusted-from", exact ? 0 : 2, 100_000, exact),
                    periods(),
                    flag("free-periods"),
                    flag("pseudonymous") && !exact,
                    ground());
            if (!exact && policy.protection() >= policy.threshold()) {
                problem(path, "protection-too-wide", concept.getCode(), policy.protection(), policy.threshold());
            }
            if (!exact && !policy.ownExact() && policy.freePeriods()) {
                problem(path, "free-periods-undermine", concept.getCode());
            }
            if (policy.pools() && !exact) {
                problem(path, "pools-inexactly", concept.getCode());
            }
            if (!exact && policy.ground() == Ground.CARE) {
                problem(path, "care-inexactly", concept.getCode());
            }
            if (policy.periods().isEmpty() && !policy.freePeriods()) {
                problem(path, "no-period", concept.getCode());
            }
            return problems.size() == before ? Optional.of(policy) : Optional.empty();
        }

        private Optional<ConceptPropertyComponent> property(String code) {
            return concept.getProperty().stream()
                    .filter(property -> code.equals(property.getCode()))
                    .findFirst();
        }

        private boolean flag(String code) {
            Optional<ConceptPropertyComponent> property = property(code);
            if (property.isPresent() && !(property.get().getValue() instanceof BooleanType)) {
                problem(path, "not-a-boolean", concept.getCode(), code);
            }
            return property.filter(given -> given.getValue() instanceof BooleanType flag && flag.booleanValue())
                    .isPresent();
        }

        private int number(String code, int least, int most, boolean optional) {
            Optional<ConceptPropertyComponent> property = property(code);
            if (property.isEmpty() && optional) {
                return least;
            }
            if (property.isPresent()
                    && property.get().getValue() instanceof IntegerType number
                    && number.getValue() >= least
                    && number.getValue() <= most) {
                return number.getValue();
            }
            problem(path, "not-a-number", concept.getCode(), code, least, most);
            return least;
        }

        private double share(boolean optional) {
            Optional<ConceptPropertyComponent> property = property("dominance");
            if (property.isEmpty() && optional) {
                return 1;
            }
            if (property.isPresent()
                    && property.get().getValue() instanceof DecimalType share
                    && share.getValue().signum() > 0
                    && share.getValue().compareTo(BigDecimal.ONE) <= 0) {
                return share.getValue().doubleValue();
            }
            problem(path, "not-a-share", concept.getCode(), "dominance");
            return 1;
        }

        /** Who nobody gave a ground may know of patients on one that they can object to; who keeps the records needs none. */
        private Ground ground() {
            Optional<ConceptPropertyComponent> property = property("ground");
            if (RecipientPolicies.RECORD_HOLDER.equals(concept.getCode()) || property.isEmpty()) {
                Ground own =
                        RecipientPolicies.RECORD_HOLDER.equals(concept.getCode()) ? Ground.CARE : Ground.DOCUMENTED;
                if (property.isPresent()
                        && !own.code().equals(property.get().getValue().primitiveValue())) {
                    problem(path, "record-holder-cares", concept.getCode());
                }
                return own;
            }
            String code = String.valueOf(property.get().getValue().primitiveValue());
            Optional<Ground> ground = Ground.of(code);
            if (ground.isEmpty()) {
                problem(path, "not-a-ground", concept.getCode(), code);
            }
            return ground.orElse(Ground.CONSENT);
        }

        private Set<PeriodGrid> periods() {
            Set<PeriodGrid> periods = EnumSet.noneOf(PeriodGrid.class);
            concept.getProperty().stream()
                    .filter(property -> "period".equals(property.getCode()))
                    .map(property -> String.valueOf(property.getValue().primitiveValue()))
                    .forEach(code -> PeriodGrid.of(code)
                            .ifPresentOrElse(
                                    periods::add, () -> problem(path, "not-a-period", concept.getCode(), code)));
            return periods;
        }
    }
}
