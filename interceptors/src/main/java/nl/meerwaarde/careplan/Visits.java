package nl.meerwaarde.careplan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.meerwaarde.careplan.PlanTemplate.Activity;
import nl.meerwaarde.careplan.PlanTemplate.Place;
import nl.meerwaarde.pathway.Pathway.Window;

/**
 * Which activities go together: as few days as possible on which the patient comes, and everything else from home. Pure. Days are counted from the index
 * event, as in the pathway.
 */
final class Visits {
    private Visits() {}

    /**
     * A proposal.
     *
     * @param window the days on which all its activities may take place
     * @param place where
     * @param activities what takes place, in the order of the pathway
     */
    record Visit(Window window, Place place, List<Activity> activities) {
        Visit {
            activities = List.copyOf(activities);
        }

        private boolean fits(Activity activity) {
            return Math.max(window.opens(), activity.window().opens())
                    <= Math.min(window.closes(), activity.window().closes());
        }

        private Visit with(Activity activity) {
            List<Activity> all = new ArrayList<>(activities);
            all.add(activity);
            return new Visit(
                    new Window(
                            Math.max(window.opens(), activity.window().opens()),
                            Math.min(window.closes(), activity.window().closes())),
                    place,
                    all);
        }
    }

    /**
     * The visits, in the order of time. Taking the activity whose window closes first, and with it every one whose window is open on that last day, gives the
     * fewest days that serve all windows.
     */
    static List<Visit> of(List<Activity> activities) {
        List<Visit> visits = together(at(activities, Place.ON_SITE), Place.ON_SITE);
        List<Activity> fromHome = new ArrayList<>();
        for (Activity activity : at(activities, Place.REMOTE)) {
            int visit = firstThatFits(visits, activity);
            if (visit < 0) {
                fromHome.add(activity);
            } else {
                visits.set(visit, visits.get(visit).with(activity));
            }
        }
        visits.addAll(together(fromHome, Place.REMOTE));
        visits.sort(Comparator.comparing((Visit visit) -> visit.window().opens())
                .thenComparing(visit -> visit.window().closes()));
        return List.copyOf(visits);
    }

    private static List<Activity> at(List<Activity> activities, Place place) {
        return activities.stream()
                .filter(activity -> activity.place().filter(place::equals).isPresent())
                .toList();
    }

    private static int firstThatFits(List<Visit> visits, Activity activity) {
        for (int i = 0; i < visits.size(); i++) {
            if (visits.get(i).fits(activity)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Visit> together(List<Activity> activities, Place place) {
        List<Activity> left = new ArrayList<>(activities);
        left.sort(Comparator.comparing(activity -> activity.window().closes()));
        List<Visit> visits = new ArrayList<>();
        while (!left.isEmpty()) {
            int day = left.get(0).window().closes();
            Visit visit = new Visit(left.get(0).window(), place, List.of());
            for (Activity activity : activities) {
                if (left.contains(activity) && activity.window().opens() <= day) {
                    left.remove(activity);
                    visit = visit.with(activity);
                }
            }
            visits.add(visit);
        }
        return visits;
    }
}
