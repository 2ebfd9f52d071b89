package nl.meerwaarde.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.team.TeamPatients;

/** A clinician's own: the patients whose team has her today. */
class TreatedPatients implements Reach {
    private final TeamPatients teams;
    private final Clock clock;

    TreatedPatients(TeamPatients teams, Clock clock) {
        this.teams = teams;
        this.clock = clock;
    }

    @Override
    public Role role() {
        return Role.CARE_TEAM_MEMBER;
    }

    @Override
    public ListedPatients patients(Requester requester) {
        Optional<String> clinician = requester.person().filter(person -> person.startsWith("Practitioner"));
        return clinician
                .map(person -> new ListedPatients(teams.of(person, LocalDate.now(clock))))
                .orElse(ListedPatients.NONE);
    }
}
