package nl.meerwaarde.metromap;

import java.util.List;
import nl.meerwaarde.fhir.CanonicalReference;

/**
 * The map of a pathway, and on which day which of its stations is due.
 *
 * @param canonical the pathway
 * @param map what it shows
 * @param days one per station, in the same order
 */
record PathwayMap(CanonicalReference canonical, MetroMap map, List<Day> days) {
    PathwayMap {
        days = List.copyOf(days);
    }

    /** The map for a patient that many days after the index event (negative: before): at the last station that is due, else at the first. */
    MetroMap after(int daysSinceTreatment) {
        int here = 0;
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i).days() <= daysSinceTreatment) {
                here = i;
            }
        }
        return map.at(here);
    }

    /** The map for a patient whose treatment has no date yet. */
    MetroMap atStart() {
        return map.at(0);
    }
}
