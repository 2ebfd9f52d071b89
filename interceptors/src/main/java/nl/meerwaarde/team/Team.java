package nl.meerwaarde.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.meerwaarde.fhir.ClaimedProfiles;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;

/**
 * A CareTeam, understood.
 *
 * @param resource the CareTeam
 * @param days the days of its period
 * @param memberships in the order of its participants
 */
record Team(CareTeam resource, Days days, List<Membership> memberships) {
    Team {
        memberships = List.copyOf(memberships);
    }

    static Team of(CareTeam resource, TeamRoles roles) {
        List<Membership> memberships = new ArrayList<>();
        for (int i = 0; i < resource.getParticipant().size(); i++) {
            memberships.add(Membership.of(resource.getParticipant().get(i), i, roles));
        }
        return new Team(resource, Days.of(resource.getPeriod()), memberships);
    }

    /** Whether our rules are about it: it says so, or it gives somebody one of our roles. Other teams of the host are the host's matter. */
    static boolean isOurs(CareTeam resource) {
        return ClaimedProfiles.include(resource, Canonicals.Profiles.CARE_TEAM)
                || resource.getParticipant().stream()
                        .flatMap(participant -> participant.getRole().stream())
                        .flatMap(role -> role.getCoding().stream())
                        .anyMatch(TeamRoles::isOurs);
    }

    String subjectType() {
        String type = resource.getSubject().getReferenceElement().getResourceType();
        return type == null ? "" : type;
    }

    boolean isOfGroup() {
        return subjectType().equals("Group");
    }

    /** A team that is being put together may still lack somebody. */
    boolean isProposed() {
        return resource.getStatus() == CareTeamStatus.PROPOSED;
    }

    /** What was never true need not be right. */
    boolean isEnteredInError() {
        return resource.getStatus() == CareTeamStatus.ENTEREDINERROR;
    }

    /** Who is in the team on a day. */
    List<Membership> on(LocalDate day) {
        return days.contains(day)
                ? memberships.stream().filter(membership -> membership.on(day)).toList()
                : List.of();
    }

    /** Functions that exactly one member has on every day. */
    Set<String> heldByOne() {
        return isOfGroup() ? Set.of() : Set.of(TeamRole.CONTACT_PERSON, TeamRole.MAIN_PRACTITIONER);
    }

    /** Functions that at least one member has on every day. */
    Set<String> held() {
        return isOfGroup() ? Set.of(TeamRole.LEAD) : heldByOne();
    }
}
