package nl.meerwaarde.careplan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.careplan.PathwayDifference.Change;
import nl.meerwaarde.careplan.PlanTemplate.Activity;
import nl.meerwaarde.pathway.Pathway.Window;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * What another version of a pathway changes about its stations: what is done or decided, and on which days.
 *
 * @param change what happens to it
 * @param title of the station, with its translations; must not be changed
 * @param before the days it had, or null
 * @param after the days it gets, or null
 */
record StationDifference(
        Change change,
        StringType title,
        @Nullable Window before,
        @Nullable Window after) {
    /** The differences: what goes and what moves in the order of the old version, then what comes. A station is the same when its id is. Pure. */
    static List<StationDifference> between(List<Activity> before, List<Activity> after) {
        Map<String, Activity> now = new LinkedHashMap<>();
        after.forEach(activity -> now.put(activity.id(), activity));
        List<StationDifference> differences = new ArrayList<>();
        for (Activity old : before) {
            Activity kept = now.remove(old.id());
            if (kept == null) {
                differences.add(new StationDifference(Change.REMOVED, old.title(), old.window(), null));
            } else if (!kept.window().equals(old.window())) {
                differences.add(new StationDifference(Change.MOVED, kept.title(), old.window(), kept.window()));
            }
        }
        now.values()
                .forEach(added ->
                        differences.add(new StationDifference(Change.ADDED, added.title(), null, added.window())));
        return differences;
    }
}
