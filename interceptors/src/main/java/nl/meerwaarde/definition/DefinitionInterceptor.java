package nl.meerwaarde.definition;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.CanonicalReference;
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
    private final Map<String, List<DefinitionRules<?>>> rulesByType;
    private final DefinitionRegister register;
    private final DefinitionUse use;

    /** @param rules of every feature; several features may have rules for one type, but a definition is only one feature's */
    public DefinitionInterceptor(List<DefinitionRules<?>> rules, DefinitionRegister register, DefinitionUse use) {
        this.rulesByType = rules.stream()
                .collect(Collectors.groupingBy(r -> r.type().getSimpleName(), LinkedHashMap::new, Collectors.toList()));
        this.register = register;
        this.use = use;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource) {
        check(resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(IBaseResource before, IBaseResource after) {
        check(after);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void beforeDelete(IBaseResource resource) {
        if (isOfRuledType(resource)) {
            register.ofResource(resource.fhirType(), resource.getIdElement().getIdPart())
                    .ifPresent(this::checkUnused);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        note(resource);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        note(after);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        if (isOfRuledType(resource)) {
            register.remove(resource.fhirType(), resource.getIdElement().getIdPart());
        }
    }

    /** Notes a definition that was stored before this plug-in came. */
    public void noteExisting(Resource resource) {
        note(resource);
    }

    /** The types whose definitions are registered. */
    public List<Class<? extends Resource>> types() {
        return rulesByType.values().stream()
                .<Class<? extends Resource>>map(rules -> rules.get(0).type())
                .toList();
    }

    private boolean isOfRuledType(IBaseResource resource) {
        return rulesByType.containsKey(resource.fhirType());
    }

    private List<RuledDefinition<?>> ruled(IBaseResource resource) {
        return rulesByType.getOrDefault(resource.fhirType(), List.of()).stream()
                .<RuledDefinition<?>>map(rules -> RuledDefinition.of(rules, (Resource) resource))
                .toList();
    }

    /** The definition under the rules of the feature it belongs to; empty when it is no feature's. */
    private Optional<RuledDefinition<?>> owned(IBaseResource resource) {
        return ruled(resource).stream()
                .filter(ruled -> ruled.canonical().isPresent())
                .findFirst();
    }

    private void check(IBaseResource resource) {
        List<Problem> problems = ruled(resource).stream()
                .flatMap(ruled -> ruled.problems().stream())
                .toList();
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
        String id = String.valueOf(resource.getIdElement().getIdPart());
        Optional<RuledDefinition<?>> owned = owned(resource);
        owned.ifPresent(definition -> checkVersion(definition, id));
        if (isOfRuledType(resource)) {
            Optional<CanonicalReference> canonical = owned.flatMap(RuledDefinition::canonical);
            register.ofResource(resource.fhirType(), id)
                    .filter(stored -> !canonical.equals(Optional.of(stored.canonical())))
                    .ifPresent(this::checkUnused);
        }
    }

    private void checkVersion(RuledDefinition<?> ruled, String id) {
        CanonicalReference canonical = ruled.canonical().orElseThrow();
        Optional<StoredDefinition> stored = register.exactly(canonical);
        if (stored.isEmpty()) {
            return;
        }
        String type = ruled.definition().fhirType();
        if (!stored.get().resourceType().equals(type)
                || !stored.get().resourceId().equals(id)) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.DUPLICATE_DEFINITION,
                    type + ".url",
                    canonical + " is already held by " + stored.get().resourceType() + "/"
                            + stored.get().resourceId() + "; update that resource or give this one another version."));
        }
        if (!stored.get().rules().equals(ruled.fingerprint())) {
            throw Problems.unprocessable(
                    new Problem(
                            ProblemCode.SCORING_CHANGED,
                            type + ".version",
                            "The " + ruled.rules().contentName() + " of " + canonical
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

    private void note(IBaseResource resource) {
        if (!isOfRuledType(resource)) {
            return;
        }
        String id = resource.getIdElement().getIdPart();
        owned(resource)
                .ifPresentOrElse(
                        definition -> register.put(new StoredDefinition(
                                definition.canonical().orElseThrow(),
                                resource.fhirType(),
                                id,
                                resource.getIdElement().hasVersionIdPart()
                                        ? resource.getIdElement().getVersionIdPartAsLong()
                                        : 1L,
                                definition.fingerprint())),
                        () -> register.remove(resource.fhirType(), id));
    }
}
