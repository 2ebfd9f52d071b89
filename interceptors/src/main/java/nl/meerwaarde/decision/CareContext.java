package nl.meerwaarde.decision;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.DateSpan;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Who stands around a patient, as stored; what the running transaction wrote is there too. */
class CareContext {
    private final DaoRegistry daos;
    private final EntityManager entityManager;

    CareContext(DaoRegistry daos, EntityManager entityManager) {
        this.daos = daos;
        this.entityManager = entityManager;
    }

    /** Those who took part in a decision and may have: members of the episode's care team on the day of the agreement, and relatives. */
    Set<String> participants(SharedDecision decision) {
        Set<String> persons = new TreeSet<>();
        decision.plan().getContributor().forEach(person -> persons.add(SharedDecision.reference(person)));
        decision.agreedBy().map(SharedDecision::reference).ifPresent(persons::add);
        persons.remove(decision.subject());
        persons.remove("");
        if (persons.isEmpty()) {
            return Set.of();
        }
        entityManager.flush();
        Set<String> members = members(decision);
        Map<String, RelatedPerson> relatives = read(RelatedPerson.class, persons);
        Map<String, PractitionerRole> roles = read(PractitionerRole.class, union(persons, members));
        Set<String> team =
                members.stream().flatMap(member -> identities(member, roles)).collect(Collectors.toSet());
        persons.removeIf(person -> !isOf(decision.subject(), relatives.get(person))
                && identities(person, roles).noneMatch(team::contains));
        return persons;
    }

    /** A CarePlan that is stored; empty when there is none. */
    Optional<CarePlan> carePlan(String reference) {
        entityManager.flush();
        return Optional.ofNullable(read(CarePlan.class, Set.of(reference)).get(reference));
    }

    private static boolean isOf(String patient, @Nullable RelatedPerson person) {
        return person != null && SharedDecision.reference(person.getPatient()).equals(patient);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }

    private Set<String> members(SharedDecision decision) {
        LocalDate day = decision.agreedOn()
                .or(() -> DateSpan.of(decision.plan().getCreatedElement()))
                .map(DateSpan::to)
                .orElse(null);
        Stream<Reference> ofEpisodes =
                read(CarePlan.class, references(decision.plan().getPartOf().stream())).values().stream()
                        .flatMap(episode -> episode.getCareTeam().stream());
        Set<String> teams = references(Stream.concat(ofEpisodes, decision.plan().getCareTeam().stream()));
        return references(read(CareTeam.class, teams).values().stream()
                .filter(team -> !team.hasSubject()
                        || !SharedDecision.reference(team.getSubject()).startsWith("Patient/")
                        || SharedDecision.reference(team.getSubject()).equals(decision.subject()))
                .flatMap(team -> team.getParticipant().stream())
                .filter(member -> day == null || covers(member.getPeriod(), day))
                .map(CareTeamParticipantComponent::getMember));
    }

    private static Set<String> references(Stream<Reference> references) {
        return references.map(SharedDecision::reference).collect(Collectors.toSet());
    }

    private static boolean covers(Period period, LocalDate day) {
        boolean begun = !period.hasStart()
                || DateSpan.of(period.getStartElement())
                        .filter(start -> !start.from().isAfter(day))
                        .isPresent();
        boolean ended = period.hasEnd()
                && DateSpan.of(period.getEndElement())
                        .filter(end -> end.to().isBefore(day))
                        .isPresent();
        return begun && !ended;
    }

    /** A practitioner takes part as a person or in a role. */
    private static Stream<String> identities(String reference, Map<String, PractitionerRole> roles) {
        PractitionerRole role = roles.get(reference);
        return role == null
                ? Stream.of(reference)
                : Stream.of(reference, SharedDecision.reference(role.getPractitioner()))
                        .filter(identity -> !identity.isEmpty());
    }

    /**
     * The resources of a type among those that are referred to, by reference, in one search. By search and not by read: a read that finds nothing would mark the
     * transaction for rollback.
     */
    private <T extends Resource> Map<String, T> read(Class<T> type, Set<String> references) {
        TokenOrListParam ids = new TokenOrListParam();
        references.stream()
                .filter(reference -> reference.startsWith(type.getSimpleName() + "/"))
                .map(reference -> new TokenParam(new IdType(reference).getIdPart()))
                .forEach(ids::add);
        if (ids.getValuesAsQueryTokens().isEmpty()) {
            return Map.of();
        }
        return daos
                .getResourceDao(type)
                .search(SearchParameterMap.newSynchronous().add("_id", ids), new SystemRequestDetails())
                .getAllResources()
                .stream()
                .map(type::cast)
                .collect(Collectors.toMap(
                        found -> type.getSimpleName() + "/"
                                + found.getIdElement().getIdPart(),
                        Function.identity()));
    }
}
