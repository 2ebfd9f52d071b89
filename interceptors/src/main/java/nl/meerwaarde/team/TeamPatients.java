package nl.meerwaarde.team;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;

/** Which patients somebody treats: those whose active teams have her among their members on a day. */
public class TeamPatients {
    private final DaoRegistry daos;

    public TeamPatients(DaoRegistry daos) {
        this.daos = daos;
    }

    /**
     * Ids of the patients; of teams that care for a population, none.
     *
     * @param person relative: a Practitioner, who is a member also in each of her roles; or a PractitionerRole, in that role alone
     */
    public Set<String> of(String person, LocalDate day) {
        Set<String> members = members(person, day);
        ReferenceOrListParam anyOfThem = new ReferenceOrListParam();
        members.forEach(member -> anyOfThem.add(new ReferenceParam(member)));
        SearchParameterMap search = SearchParameterMap.newSynchronous()
                .add(CareTeam.SP_PARTICIPANT, anyOfThem)
                .add(CareTeam.SP_STATUS, new TokenParam(CareTeamStatus.ACTIVE.toCode()));
        return daos.getResourceDao(CareTeam.class).searchForResources(search, new SystemRequestDetails()).stream()
                .filter(team -> Days.of(team.getPeriod()).contains(day) && has(team, members, day))
                .flatMap(TeamPatients::patient)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> members(String person, LocalDate day) {
        Set<String> members = new HashSet<>(Set.of(person));
        if ("Practitioner".equals(new IdType(person).getResourceType())) {
            SearchParameterMap search =
                    SearchParameterMap.newSynchronous(PractitionerRole.SP_PRACTITIONER, new ReferenceParam(person));
            List<PractitionerRole> roles =
                    daos.getResourceDao(PractitionerRole.class).searchForResources(search, new SystemRequestDetails());
            roles.stream()
                    .filter(role -> !role.hasActive() || role.getActive())
                    .filter(role -> Days.of(role.getPeriod()).contains(day))
                    .forEach(role -> members.add(
                            "PractitionerRole/" + role.getIdElement().getIdPart()));
        }
        return members;
    }

    private static boolean has(CareTeam team, Set<String> members, LocalDate day) {
        return team.getParticipant().stream()
                .filter(participant -> members.contains(reference(participant)))
                .anyMatch(participant -> Days.of(participant.getPeriod()).contains(day));
    }

    private static String reference(CareTeamParticipantComponent participant) {
        Reference member = participant.getMember();
        return member.hasReference()
                ? member.getReferenceElement().toUnqualifiedVersionless().getValue()
                : "";
    }

    private static Stream<String> patient(CareTeam team) {
        IdType subject = new IdType(team.getSubject().getReference());
        return "Patient".equals(subject.getResourceType()) ? Stream.of(subject.getIdPart()) : Stream.empty();
    }
}
