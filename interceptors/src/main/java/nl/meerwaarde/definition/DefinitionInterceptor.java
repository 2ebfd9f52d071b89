package nl.meerwaarde.definition;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/**
 * Keeps the register true, in the transaction that stores the definition, and refuses what would break stored results: definitions that cannot be
 * used, a second resource with the same address and version, other computing content under the same version, deleting what stored data names.
 */
@Interceptor
public class DefinitionInterceptor {
    private final Map<String, DefinitionRules<?>> rulesByType;
    private final DefinitionRegister register;
    private final DefinitionUse use;

    public DefinitionInterceptor(List<DefinitionRules<?>> rules, DefinitionRegister register, DefinitionUse use) {
        this.rulesByType = rules.stream().collect(Collectors.toMap(r -> r.type().getSimpleName(), Function.identity()));
        this.register = register;
        this.use = use;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource) {
        rulesFor(resource).ifPresent(rules -> checkDefinition(rules, (Resource) resource));
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(IBaseResource before, IBaseResource after) {
        rulesFor(after).ifPresent(rules -> checkDefinition(rules, (Resource) after));
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void beforeDelete(IBaseResource resource) {
        if (rulesFor(resource).isPresent()) {
            register.ofResource(resource.fhirType(), resource.getIdElement().getIdPart())
                    .ifPresent(this::checkUnused);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        rulesFor(resource).ifPresent(rules -> note(rules, (Resource) resource));
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        rulesFor(after).ifPresent(rules -> note(rules, (Resource) after));
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        if (rulesFor(resource).isPresent()) {
            register.remove(resource.fhirType(), resource.getIdElement().getIdPart());
        }
    }

    /** Notes a definition that was stored before this plug-in came. */
    public void noteExisting(Resource resource) {
        rulesFor(resource).ifPresent(rules -> note(rules, resource));
    }

    /** The types whose definitions are registered. */
    public List<Class<? extends Resource>> types() {
        return rulesByType.values().stream()
                .<Class<? extends Resource>>map(DefinitionRules::type)
                .toList();
    }

    private Optional<DefinitionRules<?>> rulesFor(IBaseResource resource) {
        return Optional.ofNullable(rulesByType.get(resource.fhirType()));
    }

    private <T extends Resource> void checkDefinition(DefinitionRules<T> rules, Resource resource) {
        T definition = rules.type().cast(resource);
        List<Problem> problems = new ArrayList<>(rules.check(definition));
        rules.canonical(definition).ifPresent(canonical -> problems.addAll(tooLong(canonical, definition.fhirType())));
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
        String id = String.valueOf(resource.getIdElement().getIdPart());
        rules.canonical(definition).ifPresent(canonical -> checkVersion(rules, definition, canonical, id));
        register.ofResource(resource.fhirType(), id)
                .filter(stored -> !rules.canonical(definition).equals(Optional.of(stored.canonical())))
                .ifPresent(this::checkUnused);
    }

    private static List<Problem> tooLong(CanonicalReference canonical, String type) {
        boolean fits = canonical.toString().length() <= CanonicalReference.LONGEST
                && (canonical.version() == null || canonical.version().length() <= DefinitionRegister.LONGEST_VERSION);
        return fits
                ? List.of()
                : List.of(new Problem(
                        ProblemCode.INVALID_DEFINITION,
                        type + ".url",
                        "Address and version may have " + CanonicalReference.LONGEST
                                + " characters together, the version " + DefinitionRegister.LONGEST_VERSION + "."));
    }

    private <T extends Resource> void checkVersion(
            DefinitionRules<T> rules, T definition, CanonicalReference canonical, String id) {
        Optional<StoredDefinition> stored = register.exactly(canonical);
        if (stored.isEmpty()) {
            return;
        }
        String type = definition.fhirType();
        if (!stored.get().resourceType().equals(type)
                || !stored.get().resourceId().equals(id)) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.DUPLICATE_DEFINITION,
                    type + ".url",
                    canonical + " is already held by " + stored.get().resourceType() + "/"
                            + stored.get().resourceId() + "; update that resource or give this one another version."));
        }
        if (!stored.get().rules().equals(fingerprint(rules, definition))) {
            throw Problems.unprocessable(
                    new Problem(
                            ProblemCode.SCORING_CHANGED,
                            type + ".version",
                            "The " + rules.contentName() + " of " + canonical
                                    + " may not change under one version, because stored results were computed with them; give the change a new version (and a resource of its own)."));
        }
    }

    private void checkUnused(StoredDefinition stored) {
        if (use.isUsed(stored.canonical())) {
            throw Problems.conflict(
                    new Problem(
                            ProblemCode.DEFINITION_IN_USE,
                            stored.resourceType() + ".url",
                            stored.canonical()
                                    + " is named by stored data, whose results could no longer be computed; retire it (status) instead."));
        }
    }

    private <T extends Resource> void note(DefinitionRules<T> rules, Resource resource) {
        T definition = rules.type().cast(resource);
        Optional<CanonicalReference> canonical = rules.canonical(definition);
        if (canonical.isEmpty()) {
            register.remove(resource.fhirType(), resource.getIdElement().getIdPart());
            return;
        }
        register.put(new StoredDefinition(
                canonical.get(),
                resource.fhirType(),
                resource.getIdElement().getIdPart(),
                resource.getIdElement().hasVersionIdPart()
                        ? resource.getIdElement().getVersionIdPartAsLong()
                        : 1L,
                fingerprint(rules, definition)));
    }

    private static <T extends Resource> String fingerprint(DefinitionRules<T> rules, T definition) {
        return Fingerprint.of(rules.computingContent(definition));
    }
}
