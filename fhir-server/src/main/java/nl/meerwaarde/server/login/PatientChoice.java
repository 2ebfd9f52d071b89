package nl.meerwaarde.server.login;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.DateSpan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;

/** For which patients somebody may open an application. What may be seen of them then, the access rules decide at each request. */
final class PatientChoice {
    private static final String PATIENT = "Patient";
    private static final String PRACTITIONER = "Practitioner";
    private static final String PRACTITIONER_ROLE = "PractitionerRole";

    private final DaoRegistry daos;
    private final Clock clock;

    PatientChoice(DaoRegistry daos, Clock clock) {
        this.daos = daos;
        this.clock = clock;
    }

    /**
     * A patient to choose.
     *
     * @param name as written in the record; the id where there is none
     * @param birthDate as precisely as known, empty when unknown
     */
    record Candidate(String id, String name, String birthDate) {
        private static Candidate of(Patient patient) {
            String id = patient.getIdElement().getIdPart();
            String name = patient.hasName() ? patient.getNameFirstRep().getNameAsSingleString() : "";
            return new Candidate(
                    id,
                    name.isBlank() ? id : name,
                    patient.hasBirthDate() ? patient.getBirthDateElement().getValueAsString() : "");
        }
    }

    /** Whether this person has no choice: a patient is herself. */
    boolean isOnlyOneself(Account account) {
        return isA(account, PATIENT);
    }

    /** Those that somebody may choose from, by name. */
    List<Candidate> of(Account account) {
        return ids(account)
                .flatMap(id -> candidate(id).stream())
                .sorted(Comparator.comparing(Candidate::name).thenComparing(Candidate::id))
                .toList();
    }

    /**
     * Whether somebody may use a context that a record system opened. People of the house may for every patient there is: in an emergency they come to one who is not theirs, and
     * the access rules see to that.
     */
    boolean mayLaunch(Account account, String patient) {
        boolean forOthers = isA(account, PRACTITIONER) || isA(account, PRACTITIONER_ROLE);
        return forOthers ? candidate(patient).isPresent() : ids(account).anyMatch(patient::equals);
    }

    /** The patient with this id; empty when there is none. */
    Optional<Candidate> candidate(String id) {
        return read(Patient.class, PATIENT + "/" + id).map(Candidate::of);
    }

    private Stream<String> ids(Account account) {
        String person = account.fhirUser();
        if (person == null) {
            return Stream.empty();
        }
        return switch (new IdType(person).getResourceType()) {
            case PATIENT -> Stream.of(new IdType(person).getIdPart());
            case "RelatedPerson" -> ofRelative(person);
            case PRACTITIONER, PRACTITIONER_ROLE -> ofTeams(person);
            default -> Stream.empty();
        };
    }

    private static boolean isA(Account account, String type) {
        return account.fhirUser() != null && account.fhirUser().startsWith(type + "/");
    }

    private Stream<String> ofRelative(String person) {
        return read(RelatedPerson.class, person)
                .filter(relative -> !relative.hasActive() || relative.getActive())
                .filter(relative -> isToday(relative.getPeriod()))
                .map(RelatedPerson::getPatient)
                .flatMap(PatientChoice::patientId)
                .stream();
    }

    private Stream<String> ofTeams(String person) {
        Set<String> self = identities(person);
        ReferenceOrListParam members = new ReferenceOrListParam();
        self.forEach(reference -> members.add(new ReferenceParam(reference)));
        SearchParameterMap search = SearchParameterMap.newSynchronous()
                .add(CareTeam.SP_PARTICIPANT, members)
                .add(CareTeam.SP_STATUS, new TokenParam(CareTeam.CareTeamStatus.ACTIVE.toCode()));
        return daos.getResourceDao(CareTeam.class).searchForResources(search, new SystemRequestDetails()).stream()
                .filter(team -> isToday(team.getPeriod()))
                .filter(team -> team.getParticipant().stream()
                        .filter(participant -> self.contains(reference(participant.getMember())))
                        .anyMatch(participant -> isToday(participant.getPeriod())))
                .map(CareTeam::getSubject)
                .flatMap(subject -> patientId(subject).stream())
                .distinct();
    }

    /** Under which references a professional stands in teams. */
    private Set<String> identities(String person) {
        Set<String> all = new LinkedHashSet<>(Set.of(person));
        if (person.startsWith(PRACTITIONER_ROLE + "/")) {
            read(PractitionerRole.class, person)
                    .filter(PractitionerRole::hasPractitioner)
                    .ifPresent(role -> all.add(reference(role.getPractitioner())));
        } else {
            IQueryParameterType practitioner = new ReferenceParam(person);
            daos
                    .getResourceDao(PractitionerRole.class)
                    .searchForResources(
                            SearchParameterMap.newSynchronous().add(PractitionerRole.SP_PRACTITIONER, practitioner),
                            new SystemRequestDetails())
                    .stream()
                    .filter(role -> !role.hasActive() || role.getActive())
                    .filter(role -> isToday(role.getPeriod()))
                    .forEach(role -> all.add(
                            PRACTITIONER_ROLE + "/" + role.getIdElement().getIdPart()));
        }
        return all;
    }

    private boolean isToday(Period period) {
        LocalDate today = LocalDate.now(clock);
        boolean begun = DateSpan.of(period.hasStart() ? period.getStartElement() : null)
                .map(start -> !today.isBefore(start.from()))
                .orElse(true);
        boolean goesOn = DateSpan.of(period.hasEnd() ? period.getEndElement() : null)
                .map(end -> !today.isAfter(end.to()))
                .orElse(true);
        return begun && goesOn;
    }

    private static String reference(Reference reference) {
        return reference.getReferenceElement().toUnqualifiedVersionless().getValue() == null
                ? ""
                : reference.getReferenceElement().toUnqualifiedVersionless().getValue();
    }

    private static Optional<String> patientId(Reference reference) {
        IdType id = new IdType(reference.getReference());
        return PATIENT.equals(id.getResourceType()) ? Optional.ofNullable(id.getIdPart()) : Optional.empty();
    }

    private <T extends Resource> Optional<T> read(Class<T> type, String reference) {
        try {
            return Optional.of(daos.getResourceDao(type).read(new IdType(reference), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException | InvalidRequestException e) {
            return Optional.empty();
        }
    }
}
