package nl.meerwaarde.tests.team;

import java.util.function.Consumer;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/**
 * A team in the making.
 *
 * @param resource the CareTeam
 */
record TestTeam(CareTeam resource) {
    /** An active team from a day on. */
    static TestTeam of(String subject, String from) {
        CareTeam team = new CareTeam();
        team.setMeta(new Meta().addProfile(Canonicals.Profiles.CARE_TEAM));
        team.setStatus(CareTeamStatus.ACTIVE);
        team.setSubject(new Reference(subject));
        team.setPeriod(new Period().setStartElement(new DateTimeType(from)));
        return new TestTeam(team);
    }

    /** @param roles codes, separated by blanks */
    TestTeam with(String member, String roles) {
        return with(member, roles, participant -> {});
    }

    TestTeam with(String member, String roles, Consumer<CareTeamParticipantComponent> change) {
        CareTeamParticipantComponent participant = resource.addParticipant();
        participant.setMember(new Reference(member));
        for (String role : roles.split(" ")) {
            participant
                    .addRole()
                    .addCoding()
                    .setSystem(Canonicals.CodeSystems.TEAM_ROLE)
                    .setCode(role);
        }
        change.accept(participant);
        return this;
    }

    /** @param from first day, or empty; the same for the last */
    static Consumer<CareTeamParticipantComponent> during(String from, String to) {
        return participant -> {
            Period period = new Period();
            if (!from.isEmpty()) {
                period.setStartElement(new DateTimeType(from));
            }
            if (!to.isEmpty()) {
                period.setEndElement(new DateTimeType(to));
            }
            participant.setPeriod(period);
        };
    }

    static Consumer<CareTeamParticipantComponent> onBehalfOf(String organization) {
        return participant -> participant.setOnBehalfOf(new Reference(organization));
    }
}
