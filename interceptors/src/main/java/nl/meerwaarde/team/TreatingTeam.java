package nl.meerwaarde.team;

import java.util.List;
import nl.meerwaarde.fhir.Sentence;

/**
 * A team, and what it is there for.
 *
 * @param team the team
 * @param treatments the pathways of the patient's episodes that it treats
 */
record TreatingTeam(Team team, List<Sentence> treatments) {
    TreatingTeam {
        treatments = List.copyOf(treatments);
    }
}
