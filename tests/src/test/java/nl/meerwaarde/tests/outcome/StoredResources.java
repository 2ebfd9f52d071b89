package nl.meerwaarde.tests.outcome;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.Resource;

/** What a history has stored and not deleted, each as it was read back from the server after it was written. */
final class StoredResources {
    private final Fhir fhir;
    private final Map<String, Resource> byPath = new LinkedHashMap<>();

    StoredResources(Fhir fhir) {
        this.fhir = fhir;
    }

    /** Reads a resource that was just written. */
    void read(String path) {
        Class<? extends Resource> type = Fhir.CONTEXT
                .getResourceDefinition(path.substring(0, path.indexOf('/')))
                .getImplementingClass(Resource.class);
        byPath.put(path, fhir.get(path).stored(type));
    }

    /** Reads everything of a type again, because the server changes it by itself. */
    void readAgain(Class<? extends Resource> type) {
        all(type).forEach(resource -> read(path(resource)));
    }

    void deleted(String path) {
        assertThat(fhir.get(path)).hasStatus(410);
        byPath.remove(path);
    }

    /** What was read last at a path. */
    Resource at(String path) {
        return java.util.Objects.requireNonNull(byPath.get(path));
    }

    List<Resource> all() {
        return List.copyOf(byPath.values());
    }

    <T extends Resource> List<T> all(Class<T> type) {
        return byPath.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** A copy of any resource of a type, to be changed. */
    <T extends Resource> T any(Class<T> type, Random random) {
        List<T> stored = all(type);
        return type.cast(stored.get(random.nextInt(stored.size())).copy());
    }

    /** Resources of these types in any order of arrival: what is derived may not depend on it. */
    List<Resource> shuffled(Random random) {
        List<Resource> all = new ArrayList<>(byPath.values());
        java.util.Collections.shuffle(all, random);
        return all;
    }

    static String path(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
