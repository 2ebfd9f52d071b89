package nl.meerwaarde.access;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import nl.meerwaarde.access.Scope.Context;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.Role;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/**
 * What one requester may do during one request: what the matrix allows a role and a scope of the token allows too. Of somebody with several roles, what any of them
 * allows. Whose patients these are is looked up when it is first needed, and once.
 */
final class Access {
    private final AccessMatrix matrix;
    private final Requester requester;
    private final List<Scope> scopes;
    private final Map<Role, Reach> reaches;
    private final BiPredicate<String, Resource> matches;
    private final Map<Role, Set<String>> own = new EnumMap<>(Role.class);
    private final Set<String> opened = new HashSet<>();

    /** @param matches whether a resource is among the results of a search such as {@code Observation?category=survey} */
    Access(AccessMatrix matrix, Requester requester, Map<Role, Reach> reaches, BiPredicate<String, Resource> matches) {
        this.matrix = matrix;
        this.requester = requester;
        this.scopes = Scope.among(requester.scopes());
        this.reaches = reaches;
        this.matches = matches;
    }

    Requester requester() {
        return requester;
    }

    /** Everything that is allowed; none when nothing is. */
    List<Permit> permits(Interaction interaction, String type) {
        ResourceGroup group = ResourceGroup.of(type);
        List<Permit> permits = new ArrayList<>();
        for (Role role : requester.roles()) {
            Extent extent = matrix.extent(role, interaction, group);
            if (extent != Extent.NONE) {
                scopes.stream()
                        .filter(scope -> scope.covers(role, interaction.letter(), type))
                        .forEach(scope -> permits.add(permit(role, extent, group, scope, interaction)));
            }
        }
        return permits;
    }

    private Permit permit(Role role, Extent extent, ResourceGroup group, Scope scope, Interaction interaction) {
        boolean launched = scope.context() == Context.PATIENT;
        if (extent == Extent.ALL && !(launched && group.isOfPatients())) {
            return new Permit(true, Set.of(), scope.query());
        }
        Set<String> launch = requester
                .patient()
                .map(patient -> Set.of(new IdType(patient).getIdPart()))
                .orElse(Set.of());
        Set<String> patients = new HashSet<>(extent == Extent.ALL ? launch : own(role));
        if (interaction.reads() && role == Role.CARE_TEAM_MEMBER) {
            patients.addAll(opened);
        }
        if (launched) {
            patients.retainAll(launch);
        }
        return new Permit(false, patients, scope.query());
    }

    private synchronized Set<String> own(Role role) {
        Reach reach = reaches.get(role);
        return reach == null ? Set.of() : own.computeIfAbsent(role, first -> reach.patients(requester));
    }

    /** Whether a scope lets a role do what has this letter to resources of a type; the empty type stands for all types. */
    boolean covers(Role role, char letter, String type) {
        return scopes.stream().anyMatch(scope -> scope.covers(role, letter, type) && !isNarrowed(scope, role));
    }

    /** A scope of some resources only, or of the one patient of a role that has no patients of its own, does not open what is computed from many. */
    private static boolean isNarrowed(Scope scope, Role role) {
        return scope.query().isPresent() || scope.context() == Context.PATIENT && !Scope.isPerson(role);
    }

    /** In an emergency who treats patients may also read of this one. */
    void open(String patient) {
        opened.add(patient);
    }

    /** Whether a role and a scope allow this at all, whomever it is about. */
    boolean allows(Interaction interaction, String type) {
        return !permits(interaction, type).isEmpty();
    }

    /** Whether this resource may be done that to. */
    boolean allows(Interaction interaction, Resource resource) {
        String type = resource.fhirType();
        boolean ofNobody = Ownership.isOfNobody(resource);
        Set<String> owners = Ownership.of(resource);
        return permits(interaction, type).stream()
                .anyMatch(permit -> (permit.reaches(owners) || ofNobody && interaction.reads())
                        && permit.query()
                                .map(query -> matches.test(type + "?" + query, resource))
                                .orElse(true));
    }

    /** Whether this resource may be seen, in whatever answer. */
    boolean sees(Resource resource) {
        return allows(Interaction.READ, resource) || allows(Interaction.SEARCH, resource);
    }

    /** Whether resources of a type may be chosen by a search on the way to something else: what is found, or not, is told by what happens. */
    boolean mayChoose(String type) {
        return seesEverything()
                || permits(Interaction.SEARCH, type).stream().anyMatch(Permit::isUnlimited)
                        && !ResourceGroup.of(type).isOfPatients();
    }

    /** Whether nothing that is stored is hidden from this requester, so that no search can tell what it should not. */
    boolean seesEverything() {
        return requester.is(Role.EHR)
                && scopes.stream()
                        .anyMatch(scope -> scope.context() != Context.PATIENT
                                && scope.covers(Role.EHR, Interaction.READ.letter(), "")
                                && scope.covers(Role.EHR, Interaction.SEARCH.letter(), "")
                                && scope.query().isEmpty());
    }
}
