package nl.meerwaarde.definition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Function;
import nl.meerwaarde.fhir.CanonicalReference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Definitions of one type made ready for use, kept by resource id and version: an edit makes a new key, so nothing stale is ever served, on any node.
 *
 * @param <T> the resource type
 * @param <R> what it is made into
 */
public final class DefinitionCache<T extends Resource, R> {
    private static final int MOST_KEPT = 2_000;

    private final Cache<String, R> ready =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    private final DefinitionRegister register;
    private final DefinitionSource source;
    private final Class<T> type;
    private final Function<T, R> make;

    public DefinitionCache(DefinitionRegister register, DefinitionSource source, Class<T> type, Function<T, R> make) {
        this.register = register;
        this.source = source;
        this.type = type;
        this.make = make;
    }

    /** What the canonical names, ready for use; without a version the newest one. */
    public Optional<R> find(CanonicalReference reference) {
        return register.find(reference)
                .filter(stored -> stored.resourceType().equals(type.getSimpleName()))
                .map(this::ready);
    }

    /** What a registered definition is made into. */
    public R ready(StoredDefinition stored) {
        // With its content too, because a version that was rolled back may come again with another one.
        String key = String.join("/", stored.resourceId(), String.valueOf(stored.resourceVersion()), stored.rules());
        R known = ready.getIfPresent(key);
        if (known == null) {
            known = make.apply(source.read(type, stored.resourceId()));
            ready.put(key, known);
        }
        return known;
    }
}
