package nl.meerwaarde.access;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import nl.meerwaarde.access.Scope.Context;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.Role;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * What one requester may do during one request: what the matrix allows a role and a scope of the token allows too. Of somebody with several roles, what any of them
 * allows. Whose patients these are is looked up when it is first needed, and once.
 */
final class Access {
    /** Whose something is that belongs to who stored it. */
    private static final String MYSELF = "";

    private final AccessMatrix matrix;
    private final Requester requester;
    private final List<Scope> scopes;
    private final Map<Role, Reach> reaches;
    private final BiPredicate<String, Resource> matches;
    private final Subscribers subscribers;
    private final Set<Role> actors;
    private final Map<Role, Patients> own = new EnumMap<>(Role.class);
    private final Set<String> opened = new HashSet<>();
    private final Set<String> announced = new HashSet<>();
    private final Set<String> patched = new HashSet<>();

    /** @param matches whether a resource is among the results of a search such as {@code Observation?category=survey} */
    Access(
            AccessMatrix matrix,
            Requester requester,
            Map<Role, Reach> reaches,
            BiPredicate<String, Resource> matches,
            Subscribers subscribers) {
        this.matrix = matrix;
        this.requester = requester;
        this.actors = actors(requester);
        this.scopes = Scope.among(requester.scopes());
        this.reaches = reaches;
        this.matches = matches;
        this.subscribers = subscribers;
    }

    /** A record system whose token names its organisation acts for that one alone. */
    private static Set<Role> actors(Requester requester) {
        if (!requester.is(Role.EHR) || requester.organization().isEmpty()) {
            return requester.roles();
        }
        Set<Role> actors = EnumSet.copyOf(requester.roles());
        actors.remove(Role.EHR);
        actors.add(Role.ORGANIZATION_EHR);
        return actors;
    }

    Requester requester() {
        return requester;
    }

    /** As whom this requester acts: rows of the matrix. */
    Set<Role> actors() {
        return actors;
    }

    /** Everything that is allowed; none when nothing is. */
    List<Permit> permits(Interaction interaction, String type) {
        ResourceGroup group = ResourceGroup.of(type);
        List<Permit> permits = new ArrayList<>();
        for (Role role : actors) {
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
            return new Permit(true, ListedPatients.NONE, scope.query());
        }
        if (group.isOfRequesters()) {
            return new Permit(
                    false,
                    subscribers.areServed() ? new ListedPatients(Set.of(MYSELF)) : ListedPatients.NONE,
                    scope.query());
        }
        Set<String> launch = requester
                .patient()
                .map(patient -> Set.of(new IdType(patient).getIdPart()))
                .orElse(Set.of());
        Patients patients = extent == Extent.ALL ? new ListedPatients(launch) : own(role);
        if (interaction.reads() && role == Role.CARE_TEAM_MEMBER) {
            patients = patients.and(new ListedPatients(opened));
        }
        return new Permit(false, launched ? patients.among(launch) : patients, scope.query());
    }

    private synchronized Patients own(Role role) {
        Reach reach = reaches.get(role);
        return reach == null ? ListedPatients.NONE : own.computeIfAbsent(role, first -> reach.patients(requester));
    }

    /** Whether a scope lets a role do what has this letter to resources of a type; the empty type stands for all types. */
    boolean covers(Role role, char letter, String type) {
        return scopes.stream().anyMatch(scope -> scope.covers(role, letter, type) && !isNarrowed(scope, role));
    }

    /** Whether a scope lets a role do what has this letter to resources of any type at all. */
    boolean coversSomething(Role role, char letter) {
        return scopes.stream()
                .anyMatch(scope -> scope.letters().indexOf(letter) >= 0
                        && scope.covers(role, letter, scope.type())
                        && !isNarrowed(scope, role));
    }

    /** A scope of some resources only, or of the one patient of a role that has no patients of its own, does not open what is computed from many. */
    private static boolean isNarrowed(Scope scope, Role role) {
        return scope.query().isPresent() || scope.context() == Context.PATIENT && !role.isPerson();
    }

    /** In an emergency who treats patients may also read of this one. */
    void open(String patient) {
        opened.add(patient);
    }

    /** Patients that the same Bundle creates, by the addresses that it has for them: whoever may not create one of them may do nothing of the Bundle. */
    void announce(Set<String> patients) {
        announced.addAll(patients);
    }

    /** A resource is patched: what that makes of it is judged when it is known. */
    void patches(IdType id) {
        patched.add(id.toUnqualifiedVersionless().getValue());
    }

    /** Whether this request patches a resource. */
    boolean isPatching(Resource resource) {
        return patched.contains(
                resource.getIdElement().toUnqualifiedVersionless().getValue());
    }

    /** Whether a role and a scope allow this at all, whomever it is about. */
    boolean allows(Interaction interaction, String type) {
        return !permits(interaction, type).isEmpty();
    }

    /** Whether this resource may be done that to. */
    boolean allows(Interaction interaction, Resource resource) {
        String type = resource.fhirType();
        return permits(interaction, type).stream()
                .anyMatch(permit -> reaches(permit, interaction, resource)
                        && permit.query()
                                .map(query -> matches.test(type + "?" + query, resource))
                                .orElse(true));
    }

    private boolean reaches(Permit permit, Interaction interaction, Resource resource) {
        if (permit.everybody()) {
            return true;
        }
        if (interaction == Interaction.CREATE && resource instanceof Patient patient) {
            return permit.patients().would(patient);
        }
        Set<String> owners = owners(interaction, resource);
        if (interaction.reads()) {
            return permit.reaches(owners) || Ownership.isOfNobody(resource);
        }
        // Nobody hands a patient's record over to others by storing it.
        boolean stays =
                !(resource instanceof Patient patient) || permit.patients().would(patient);
        return stays && (permit.reaches(owners) || !owners.isEmpty() && announced.containsAll(owners));
    }

    private Set<String> owners(Interaction interaction, Resource resource) {
        if (!ResourceGroup.of(resource.fhirType()).isOfRequesters()) {
            return Ownership.of(resource);
        }
        boolean mine = interaction == Interaction.CREATE
                || Optional.ofNullable(resource.getIdElement().getIdPart())
                        .flatMap(subscribers::of)
                        .filter(requester::isSameAs)
                        .isPresent();
        return mine ? Set.of(MYSELF) : Set.of();
    }

    /** Whether there is anybody of whom resources of a type may be seen. */
    boolean reaches(String type) {
        return Stream.of(Interaction.READ, Interaction.SEARCH)
                .flatMap(interaction -> permits(interaction, type).stream())
                .anyMatch(permit -> permit.everybody() || !permit.patients().areNone());
    }

    /** Whether this resource may be seen, in whatever answer. */
    boolean sees(Resource resource) {
        return allows(Interaction.READ, resource) || allows(Interaction.SEARCH, resource);
    }

    /** Whether nothing that is stored is hidden from this requester, so that no search can tell what it should not. */
    boolean seesEverything() {
        return actors.contains(Role.EHR)
                && scopes.stream()
                        .anyMatch(scope -> scope.context() != Context.PATIENT
                                && scope.covers(Role.EHR, Interaction.READ.letter(), "")
                                && scope.covers(Role.EHR, Interaction.SEARCH.letter(), "")
                                && scope.query().isEmpty());
    }
}
