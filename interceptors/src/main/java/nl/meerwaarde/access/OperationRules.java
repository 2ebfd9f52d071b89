package nl.meerwaarde.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meerwaarde.access.OperationRule.About;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.Role;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;

/** Whether an operation may be asked, about whom, and for which recipient. */
class OperationRules {
    private static final String RECIPIENT = "recipient";
    private static final String RECIPIENT_ORGANIZATION = "recipientOrganization";
    private static final String ANY = "*";
    private static final String PUBLIC = "public";
    private static final String PUBLISH = "publish";
    private static final String SUBJECT = "subject";
    private static final Set<String> OF_AN_ORGANIZATION = Set.of("organization", "team");

    private final FhirContext fhirContext;
    private final StoredResources stored;
    private final RegistryRules registries;
    private final List<OperationRule> rules = OperationRule.shipped();
    private final Map<Role, List<String>> recipients = recipients();

    OperationRules(FhirContext fhirContext, StoredResources stored, RegistryRules registries) {
        this.fhirContext = fhirContext;
        this.stored = stored;
        this.registries = registries;
    }

    private static Map<Role, List<String>> recipients() {
        return CsvTable.rows("recipients.csv").stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> Role.of(row.getOrDefault("actor", "")).orElseThrow(),
                        row -> Arrays.asList(row.getOrDefault("recipients", "").split(" "))));
    }

    /** @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 403 when it may not be asked, 404 when not about this */
    void check(Access access, RequestDetails request, boolean emergency) {
        String type = Optional.ofNullable(request.getResourceName()).orElse("");
        String operation = String.valueOf(request.getOperation());
        OperationRule rule = OperationRule.among(rules, type, operation)
                .orElseThrow(() -> Refusal.notAllowed("", "operation", operation));
        Set<Extent> extents = new TreeSet<>();
        access.actors().stream()
                .filter(role -> isCovered(access, role, rule, type))
                .forEach(role -> extents.add(rule.extent(role)));
        if (!extents.contains(Extent.OWN) && !extents.contains(Extent.ALL)) {
            throw Refusal.notAllowed("", "operation", operation);
        }
        if (request.getHeaders("Prefer").stream().anyMatch(value -> value.contains("respond-async"))
                && !mayFetchLater(access)) {
            throw Refusal.notAllowed("Prefer", "asynchronous");
        }
        if (!extents.contains(Extent.ALL)) {
            checkOwn(access, rule, request, emergency);
        }
        if (rule.forRecipient()) {
            OperationParameters parameters = parameters(request);
            checkRecipient(access, parameters);
            if (isARegistryOnly(access, rule, type, parameters)) {
                registries.check(access, request, parameters);
            }
        }
    }

    /** Whether nothing but being a registry lets somebody ask for this recipient. What is for everybody is for a registry too. */
    private boolean isARegistryOnly(Access access, OperationRule rule, String type, OperationParameters parameters) {
        String recipient = parameters.all(RECIPIENT).stream()
                .map(OperationParameters::text)
                .findFirst()
                .orElse("");
        Set<Role> letting = access.actors().stream()
                .filter(role -> rule.extent(role) != Extent.NONE && isCovered(access, role, rule, type))
                .filter(role -> {
                    List<String> allowed = recipients.getOrDefault(role, List.of());
                    return allowed.contains(ANY) || allowed.contains(recipient);
                })
                .collect(Collectors.toSet());
        return !PUBLIC.equals(recipient) && letting.equals(Set.of(Role.REGISTRY));
    }

    /** What was asked for earlier needs no scope for all types: that of any type will do, because it was asked for with one. */
    private static boolean isCovered(Access access, Role role, OperationRule rule, String type) {
        return rule.about() == OperationRule.About.REQUESTER && type.isEmpty()
                ? access.coversSomething(role, rule.letter())
                : access.covers(role, rule.letter(), type);
    }

    private boolean mayFetchLater(Access access) {
        return OperationRule.among(rules, "", "$async-status").stream()
                .anyMatch(rule -> access.actors().stream()
                        .anyMatch(role -> rule.extent(role) != Extent.NONE && isCovered(access, role, rule, "")));
    }

    private OperationParameters parameters(RequestDetails request) {
        return request instanceof ServletRequestDetails details
                ? OperationParameters.of(fhirContext, details, bare(request))
                : OperationParameters.of(new Parameters());
    }

    /** A client may send the response of {@code $next-question} by itself. */
    private static String bare(RequestDetails request) {
        return "$next-question".equals(request.getOperation()) ? "questionnaire-response" : "resource";
    }

    private void checkOwn(Access access, OperationRule rule, RequestDetails request, boolean emergency) {
        Interaction interaction = rule.letter() == 'r' ? Interaction.READ : Interaction.UPDATE;
        if (rule.about() == About.REQUESTER) {
            return;
        }
        if (rule.about() == About.ID) {
            if (request.getId() == null || !request.getId().hasIdPart()) {
                throw Refusal.notAllowed("", "operation", rule.operation());
            }
            checkOne(
                    access,
                    interaction,
                    new IdType(
                            String.valueOf(request.getResourceName()),
                            request.getId().getIdPart()),
                    emergency);
            return;
        }
        OperationParameters parameters = parameters(request);
        if (rule.about() == About.SUBJECT) {
            checkSubject(access, parameters, emergency);
        }
        for (Resource sent : resources(parameters)) {
            if (rule.about() == About.SUBJECT && sent instanceof Questionnaire) {
                throw Refusal.notAllowed("questionnaire", "questionnaire");
            }
            Set<String> owners = Ownership.of(sent);
            if (ResourceGroup.of(sent.fhirType()).isOfPatients()
                    && !owners.isEmpty()
                    && !owners.stream().allMatch(owner -> mayRead(access, owner))) {
                throw Refusal.notAllowed("", "not-yours");
            }
        }
    }

    private boolean mayRead(Access access, String patient) {
        return stored.find(new IdType("Patient", patient)).filter(access::sees).isPresent();
    }

    private void checkSubject(Access access, OperationParameters parameters, boolean emergency) {
        List<ParametersParameterComponent> given = parameters.all(SUBJECT);
        if (given.size() != 1) {
            throw Refusal.notAllowed(SUBJECT, "subject");
        }
        IdType id = new IdType(OperationParameters.text(given.get(0)));
        if (id.isAbsolute() || !"Patient".equals(id.getResourceType()) || !id.hasIdPart()) {
            throw Refusal.notAllowed(SUBJECT, "subject");
        }
        checkOne(access, Interaction.READ, new IdType("Patient", id.getIdPart()), emergency);
    }

    private void checkOne(Access access, Interaction interaction, IdType id, boolean emergency) {
        Optional<Resource> found = stored.find(id);
        if (emergency && interaction.reads()) {
            found.map(Ownership::of).ifPresent(owners -> owners.forEach(access::open));
        }
        if (found.filter(resource -> access.allows(interaction, resource)).isEmpty()) {
            throw Refusal.notHere(id.getResourceType() + "/" + id.getIdPart());
        }
    }

    private static List<Resource> resources(OperationParameters parameters) {
        List<Resource> resources = new ArrayList<>();
        parameters.names().forEach(name -> parameters.all(name).forEach(given -> collect(given, resources)));
        return resources;
    }

    private static void collect(ParametersParameterComponent parameter, List<Resource> resources) {
        if (parameter.hasResource()) {
            resources.add(parameter.getResource());
        }
        parameter.getPart().forEach(part -> collect(part, resources));
    }

    private void checkRecipient(Access access, OperationParameters parameters) {
        Requester requester = access.requester();
        List<String> allowed = access.actors().stream()
                .flatMap(role -> recipients.getOrDefault(role, List.of()).stream())
                .distinct()
                .sorted()
                .toList();
        if (allowed.contains(ANY)) {
            return;
        }
        Function<String, List<String>> texts = name ->
                parameters.all(name).stream().map(OperationParameters::text).toList();
        List<String> named = texts.apply(RECIPIENT);
        if (named.size() != 1 || !allowed.contains(named.get(0))) {
            throw Refusal.notAllowed(RECIPIENT, "recipient", String.join(", ", allowed));
        }
        boolean own = requester
                .organization()
                .map(organization -> texts.apply(RECIPIENT_ORGANIZATION).equals(List.of(organization)))
                .orElse(false);
        boolean somebodyElse = !texts.apply(RECIPIENT_ORGANIZATION).isEmpty() && !own;
        if (OF_AN_ORGANIZATION.contains(named.get(0)) && !own || somebodyElse) {
            throw Refusal.notAllowed(RECIPIENT_ORGANIZATION, "recipient-organization");
        }
        if (texts.apply(PUBLISH).contains("true")) {
            throw Refusal.notAllowed(PUBLISH, "publish");
        }
    }
}
