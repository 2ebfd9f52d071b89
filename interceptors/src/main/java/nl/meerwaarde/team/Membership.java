package nl.meerwaarde.team;

import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/**
 * Somebody's part in a team for some time.
 *
 * @param participant the element it stands in
 * @param index its place among the participants
 * @param roles the roles that are known; empty when none is
 * @param days when
 */
record Membership(CareTeamParticipantComponent participant, int index, List<TeamRole> roles, Days days) {
    Membership {
        roles = List.copyOf(roles);
    }

    static Membership of(CareTeamParticipantComponent participant, int index, TeamRoles known) {
        return new Membership(
                participant,
                index,
                participant.getRole().stream()
                        .flatMap(concept -> known.named(concept).stream())
                        .distinct()
                        .toList(),
                Days.of(participant.getPeriod()));
    }

    String path() {
        return "CareTeam.participant[" + index + "]";
    }

    /** Who it is, for telling one member from another; empty when nobody is named. */
    String member() {
        Reference member = participant.getMember();
        if (member.hasReference()) {
            return member.getReferenceElement().toUnqualifiedVersionless().getValue();
        }
        Identifier identifier = member.getIdentifier();
        return identifier.hasValue() ? identifier.getSystem() + "|" + identifier.getValue() : "";
    }

    /** What kind of resource the member is; empty when that cannot be told. */
    String memberType() {
        Reference member = participant.getMember();
        String ofReference =
                member.hasReference() ? member.getReferenceElement().getResourceType() : null;
        if (ofReference != null) {
            return ofReference;
        }
        return member.hasType() ? member.getType() : "";
    }

    boolean has(String role) {
        return roles.stream().anyMatch(own -> own.code().equals(role));
    }

    boolean on(LocalDate day) {
        return days.contains(day);
    }
}
