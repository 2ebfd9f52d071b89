package nl.meerwaarde.access;

import ca.uhn.fhir.util.UrlUtil;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Judges the entries of a batch or transaction one by one, as if each were a request. What was judged is written back as the address of the entry, so that HAPI does
 * nothing else than what was judged. An entry that is refused refuses the whole Bundle, also a batch.
 */
class BundleRules {
    private static final Pattern ADDRESS = Pattern.compile(
            "/?([A-Z][A-Za-z]+)(?:/([A-Za-z0-9\\-.]{1,64}))?(?:/_history/([A-Za-z0-9\\-.]{1,64}))?(?:\\?(.*))?");

    private final InstanceRules instances;
    private final WriteRules writes;

    BundleRules(InstanceRules instances, WriteRules writes) {
        this.instances = instances;
        this.writes = writes;
    }

    /**
     * Returns when every entry may be done, narrowed to what the sender may see.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 403 or 404
     */
    void check(Access access, Bundle bundle, String serverBase, boolean emergency) {
        access.announce(newPatients(bundle));
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            problems.addAll(check(access, bundle.getEntry().get(i), "Bundle.entry[" + i + "]", serverBase, emergency));
        }
        if (!problems.isEmpty()) {
            throw Problems.forbidden(problems);
        }
    }

    /** By what the other entries refer to them; whether they may be created is judged entry by entry like all else. */
    private static Set<String> newPatients(Bundle bundle) {
        return bundle.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof Patient
                        && entry.getRequest().getMethod() == HTTPVerb.POST
                        && !entry.getRequest().hasIfNoneExist())
                .map(BundleEntryComponent::getFullUrl)
                .filter(address -> address != null && address.startsWith("urn:"))
                .collect(Collectors.toSet());
    }

    private List<Problem> check(
            Access access, BundleEntryComponent entry, String path, String serverBase, boolean emergency) {
        BundleEntryRequestComponent request = entry.getRequest();
        String url = Optional.ofNullable(request.getUrl()).orElse("");
        int question = url.indexOf('?');
        if ((question < 0 ? url : url.substring(0, question)).contains("$")) {
            return List.of(Refusal.problem(path, "entry-operation"));
        }
        Matcher address = ADDRESS.matcher(url.startsWith(serverBase + "/") ? url.substring(serverBase.length()) : url);
        if (request.getMethod() == null || !address.matches()) {
            return List.of(Refusal.problem(path, "entry-method"));
        }
        String type = address.group(1);
        IdType id = address.group(2) == null ? null : new IdType(type, address.group(2), address.group(3));
        String query = address.group(4);
        return switch (request.getMethod()) {
            case GET -> get(access, request, type, id, query, path, emergency);
            case POST -> post(access, entry, type, id, query, path);
            case PUT -> change(access, Interaction.UPDATE, entry, type, id, query, path);
            case PATCH -> change(access, Interaction.PATCH, entry, type, id, query, path);
            case DELETE -> change(access, Interaction.DELETE, entry, type, id, query, path);
            default -> List.of(Refusal.problem(path, "entry-method"));
        };
    }

    private List<Problem> get(
            Access access,
            BundleEntryRequestComponent request,
            String type,
            @Nullable IdType id,
            @Nullable String query,
            String path,
            boolean emergency) {
        if (id != null) {
            if (query != null) {
                return List.of(Refusal.problem(path, "entry-method"));
            }
            instances.check(access, Interaction.READ, id, emergency);
            request.setUrl(id.getValue());
            return List.of();
        }
        Map<String, String[]> given = query == null ? Map.of() : UrlUtil.parseQueryString(query);
        Emergency.open(access, type, given, emergency);
        request.setUrl(type + "?" + text(SearchRules.narrowed(access, type, given)));
        return List.of();
    }

    private List<Problem> post(
            Access access,
            BundleEntryComponent entry,
            String type,
            @Nullable IdType id,
            @Nullable String query,
            String path) {
        Resource resource = entry.getResource();
        if (id != null || query != null || resource == null || !type.equals(resource.fhirType())) {
            return List.of(Refusal.problem(path, "entry-method"));
        }
        if (entry.getRequest().hasIfNoneExist()
                && !SearchRules.mayChoose(access, type, entry.getRequest().getIfNoneExist())) {
            return List.of(Refusal.problem(path, "conditional"));
        }
        entry.getRequest().setUrl(type);
        return writes.problems(access, Interaction.CREATE, resource, path);
    }

    private List<Problem> change(
            Access access,
            Interaction interaction,
            BundleEntryComponent entry,
            String type,
            @Nullable IdType id,
            @Nullable String query,
            String path) {
        if (id == null || query != null) {
            return writes.mayChoose(access, interaction, type, query == null ? "" : query)
                    ? written(access, interaction, entry, path)
                    : List.of(Refusal.problem(path, "conditional"));
        }
        instances.check(access, interaction, id, false);
        if (interaction == Interaction.PATCH) {
            access.patches(id);
        }
        entry.getRequest().setUrl(id.toVersionless().getValue());
        return written(access, interaction, entry, path);
    }

    private List<Problem> written(Access access, Interaction interaction, BundleEntryComponent entry, String path) {
        return interaction == Interaction.UPDATE && entry.getResource() != null
                ? writes.problems(access, interaction, entry.getResource(), path)
                : List.of();
    }

    private static String text(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .flatMap(parameter -> Arrays.stream(parameter.getValue())
                        .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
