package nl.meerwaarde.definition;

import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** What a feature demands of the definitions it computes with, for one resource type. */
public interface DefinitionRules<T extends Resource> {
    /** The resource type these rules are about. */
    Class<T> type();

    /** Under which address and version the definition is found; empty when it is none of this feature's. */
    Optional<CanonicalReference> canonical(T definition);

    /** Everything that is wrong with the definition; empty when it can be used. */
    List<Problem> check(T definition);

    /** Address of the profile whose demands {@link #check} makes in words of its own; null when a profile's demands come on top. */
    default @Nullable String coveredProfile() {
        return null;
    }

    /** The content that computing depends on, as text: equal text, equal results. Labels and narrative are not part of it. */
    String computingContent(T definition);

    /** What changes when the computing content does, for the sentence that refuses it: "scoring rules". */
    String contentName();
}
