package nl.meerwaarde.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.meerwaarde.careplan.PlanTemplate.Activity;
import nl.meerwaarde.careplan.PlanTemplate.Place;
import nl.meerwaarde.careplan.Visits.Visit;
import nl.meerwaarde.pathway.Pathway.Window;
import org.hl7.fhir.r4.model.StringType;

/** Proposed visits: every activity once, within its window, in as few days as can be. */
class VisitsPropertiesTest {
    @Property(tries = 500)
    void everyActivityTakesPlaceOnceAndInTime(@ForAll long seed) {
        List<Activity> activities = activities(seed);
        List<Visit> visits = Visits.of(activities);

        assertThat(visits.stream().flatMap(visit -> visit.activities().stream()))
                .containsExactlyInAnyOrderElementsOf(activities);
        assertThat(visits)
                .allSatisfy(visit -> assertThat(visit.activities())
                        .allSatisfy(activity -> assertThat(activity.window()
                                        .contains(
                                                visit.window().opens(),
                                                visit.window().closes()))
                                .isTrue()));
    }

    /** As many activities of which no two can share a day need as many days; with the fewest days there are no more visits than that. */
    @Property(tries = 500)
    void thePatientComesAsSeldomAsCanBe(@ForAll long seed) {
        List<Activity> onSite = activities(seed).stream()
                .filter(activity -> activity.place().equals(Optional.of(Place.ON_SITE)))
                .toList();

        assertThat(Visits.of(onSite)).hasSize(fewestDays(onSite));
    }

    /** By trying: the fewest days, among the last days of the windows, of which every window has one. */
    private static int fewestDays(List<Activity> activities) {
        int n = activities.size();
        int fewest = n;
        for (int chosen = 0; chosen < 1 << n; chosen++) {
            int days = chosen;
            boolean all = activities.stream().allMatch(activity -> {
                for (int i = 0; i < n; i++) {
                    int day = activities.get(i).window().closes();
                    if ((days >> i & 1) == 1 && activity.window().contains(day, day)) {
                        return true;
                    }
                }
                return false;
            });
            fewest = all ? Math.min(fewest, Integer.bitCount(chosen)) : fewest;
        }
        return fewest;
    }

    private static List<Activity> activities(long seed) {
        Random random = new Random(seed);
        List<Activity> activities = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            int opens = random.nextInt(60) - 30;
            activities.add(new Activity(
                    "a" + i,
                    new StringType("Activity " + i),
                    new Window(opens, opens + random.nextInt(20)),
                    Optional.of(random.nextBoolean() ? Place.ON_SITE : Place.REMOTE)));
        }
        return activities;
    }
}
