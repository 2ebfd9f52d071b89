package nl.meerwaarde.decision;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        Set<String> team = team(decision);
        persons.removeIf(person -> !isRelative(person, decision.subject())
                && identities(person).stream().noneMatch(team::contains));
        return persons;
    }

    /** A CarePlan that is stored; empty when there is none. */
    Optional<CarePlan> carePlan(String reference) {
        entityManager.flush();
        return read(CarePlan.class, reference);
    }

    private boolean isRelative(String person, String patient) {
        return read(RelatedPerson.class, person)
                .filter(relative ->
                        SharedDecision.reference(relative.getPatient()).equals(patient))
                .isPresent();
    }

    private Set<String> team(SharedDecision decision) {
        LocalDate day = decision.agreedOn()
                .or(() -> DateSpan.of(decision.plan().getCreatedElement()))
                .map(DateSpan::to)
                .orElse(null);
        Stream<Reference> ofEpisode = decision.plan().getPartOf().stream()
                .map(episode -> read(CarePlan.class, SharedDecision.reference(episode)))
                .flatMap(Optional::stream)
                .flatMap(episode -> episode.getCareTeam().stream());
        Set<String> members = new HashSet<>();
        Stream.concat(ofEpisode, decision.plan().getCareTeam().stream())
                .map(team -> read(CareTeam.class, SharedDecision.reference(team)))
                .flatMap(Optional::stream)
                .filter(team -> !team.hasSubject()
                        || !SharedDecision.reference(team.getSubject()).startsWith("Patient/")
                        || SharedDecision.reference(team.getSubject()).equals(decision.subject()))
                .flatMap(team -> team.getParticipant().stream())
                .filter(member -> day == null || covers(member.getPeriod(), day))
                .map(CareTeamParticipantComponent::getMember)
                .map(SharedDecision::reference)
                .forEach(member -> members.addAll(identities(member)));
        return members;
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
    private Set<String> identities(String reference) {
        Set<String> identities = new HashSet<>(List.of(reference));
        read(PractitionerRole.class, reference)
                .map(role -> SharedDecision.reference(role.getPractitioner()))
                .filter(practitioner -> !practitioner.isEmpty())
                .ifPresent(identities::add);
        return identities;
    }

    /** By search and not by read: a read that finds nothing would mark the transaction for rollback. */
    private <T extends Resource> Optional<T> read(Class<T> type, String reference) {
        if (!reference.startsWith(type.getSimpleName() + "/")) {
            return Optional.empty();
        }
        SearchParameterMap byId =
                SearchParameterMap.newSynchronous("_id", new TokenParam(new IdType(reference).getIdPart()));
        return daos.getResourceDao(type).search(byId, new SystemRequestDetails()).getAllResources().stream()
                .map(type::cast)
                .findFirst();
    }
}
