package nl.meerwaarde.disclosure;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;

/** The policies of this server, as they are stored now. */
public class RecipientPolicies {
    /** Who may read the records that the figures come from. */
    public static final String RECORD_HOLDER = "record-holder";

    /** A registry by law; the registries there are stand below it, each with what is delivered to it. */
    public static final String REGISTRY = "registry";

    /** Everybody: what is shown to it is known to every other recipient. */
    public static final String PUBLIC = "public";

    private final Supplier<Map<String, RecipientPolicy>> stored;

    /** @param stored policies by their code; asked each time, because the newest rule is the one that holds */
    public RecipientPolicies(Supplier<Map<String, RecipientPolicy>> stored) {
        this.stored = stored;
    }

    /** The policy of a kind of recipient; empty when there is none, so that nothing leaves for it. */
    public Optional<RecipientPolicy> find(String recipient) {
        return Optional.ofNullable(stored.get().get(recipient));
    }

    /** Over which calendar periods figures are released to anybody who may not see every number. */
    public Set<PeriodGrid> releasedPeriods() {
        return stored.get().values().stream()
                .filter(policy -> !policy.exact())
                .flatMap(policy -> policy.periods().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PeriodGrid.class)));
    }

    /**
     * The policy of a kind of recipient that a request names.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException when there is none
     */
    public RecipientPolicy require(String recipient) {
        return find(recipient)
                .orElseThrow(() -> Problems.badRequest(List.of(new Problem(
                        ProblemCode.UNKNOWN_RECIPIENT,
                        "recipient",
                        Sentence.beside(
                                RecipientPolicies.class,
                                "unknown-recipient",
                                recipient,
                                String.join(", ", new TreeSet<>(stored.get().keySet())))))));
    }
}
