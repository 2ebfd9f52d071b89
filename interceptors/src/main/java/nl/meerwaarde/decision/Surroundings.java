package nl.meerwaarde.decision;

import java.util.List;
import java.util.Set;
import nl.meerwaarde.fhir.DateSpan;

/**
 * What a decision is judged by, besides itself. References are relative: {@code Type/id}.
 *
 * @param episodes the patient's episodes
 * @param conditions the patient's conditions
 * @param participants those who took part and may have: in the care team at that time, or relatives of the patient
 * @param treatments when treatments that are based on the decision were performed
 */
record Surroundings(Set<String> episodes, Set<String> conditions, Set<String> participants, List<DateSpan> treatments) {
    Surroundings {
        episodes = Set.copyOf(episodes);
        conditions = Set.copyOf(conditions);
        participants = Set.copyOf(participants);
        treatments = List.copyOf(treatments);
    }
}
