package nl.meerwaarde.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.StringUtils;

/**
 * What a request is about, as its method and address say.
 *
 * @param type of the resource, empty where the request names none
 * @param id of the resource, empty where the request names none
 * @param version of the resource, empty where none is known
 * @param operation with its dollar sign, empty for other interactions
 */
record Target(Interaction interaction, String type, String id, String version, String operation) {
    private static final String HISTORY = "_history";

    /**
     * Reads an address. One that FHIR does not know is read as far as it goes: also who asks in vain is recorded.
     *
     * @param method of HTTP, in capitals
     * @param path below the base, without a slash before it
     * @param hasQuery whether parameters follow
     */
    static Target of(String method, String path, boolean hasQuery) {
        List<String> parts = Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty())
                .map(Target::decoded)
                .toList();
        String type = resourceType(parts);
        String id = type.isEmpty() ? "" : part(parts, 1);
        id = id.startsWith("$") || id.startsWith("_") ? "" : id;
        int history = parts.indexOf(HISTORY);
        String version = history < 0 ? "" : part(parts, history + 1);
        version = version.startsWith("$") ? "" : version;
        String operation =
                parts.stream().filter(part -> part.startsWith("$")).findFirst().orElse("");
        return new Target(
                interaction(method, parts, type, id, version, operation, hasQuery), type, id, version, operation);
    }

    /** As HAPI reads it, part by part; one that encodes nothing stays as it is. */
    private static String decoded(String part) {
        try {
            return StringUtils.uriDecode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }

    private static Interaction interaction(
            String method,
            List<String> parts,
            String type,
            String id,
            String version,
            String operation,
            boolean hasQuery) {
        if (!operation.isEmpty()) {
            return Interaction.OPERATION;
        }
        return switch (method) {
            case "POST" -> posted(parts, type);
            case "PUT" -> Interaction.UPDATE;
            case "PATCH" -> Interaction.PATCH;
            case "DELETE" -> Interaction.DELETE;
            default -> fetched(parts, type, id, version, hasQuery);
        };
    }

    private static Interaction posted(List<String> parts, String type) {
        if (parts.contains("_search")) {
            return type.isEmpty() ? Interaction.SEARCH_SYSTEM : Interaction.SEARCH_TYPE;
        }
        return parts.isEmpty() ? Interaction.TRANSACTION : Interaction.CREATE;
    }

    private static Interaction fetched(List<String> parts, String type, String id, String version, boolean hasQuery) {
        if (parts.equals(List.of("metadata"))) {
            return Interaction.CAPABILITIES;
        }
        if (parts.contains(HISTORY)) {
            return history(type, id, version);
        }
        if (!id.isEmpty()) {
            return Interaction.READ;
        }
        return type.isEmpty() && hasQuery ? Interaction.SEARCH_SYSTEM : Interaction.SEARCH_TYPE;
    }

    private static Interaction history(String type, String id, String version) {
        if (!version.isEmpty()) {
            return Interaction.VREAD;
        }
        if (!id.isEmpty()) {
            return Interaction.HISTORY_INSTANCE;
        }
        return type.isEmpty() ? Interaction.HISTORY_SYSTEM : Interaction.HISTORY_TYPE;
    }

    private static String resourceType(List<String> parts) {
        String first = part(parts, 0);
        return first.startsWith("$") || first.startsWith("_") || first.equals("metadata") ? "" : first;
    }

    private static String part(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    /** The same done to a resource that is known now. */
    Target of(Interaction done, String knownType, String knownId, String knownVersion) {
        return new Target(done, knownType, knownId, knownVersion, operation);
    }
}
