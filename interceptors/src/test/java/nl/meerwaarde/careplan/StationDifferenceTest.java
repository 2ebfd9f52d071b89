package nl.meerwaarde.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.meerwaarde.careplan.PlanTemplate.Activity;
import nl.meerwaarde.pathway.Pathway.Window;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

class StationDifferenceTest {
    private static Activity station(String id, int from, int to) {
        return new Activity(id, new StringType("The " + id), new Window(from, to), Optional.empty());
    }

    private static List<String> lines(List<Activity> before, List<Activity> after) {
        return StationDifference.between(before, after).stream()
                .map(difference -> difference.change().code() + " "
                        + difference.title().getValue() + " " + difference.before() + " " + difference.after())
                .toList();
    }

    @Test
    void stationsComeGoAndMove() {
        assertThat(lines(
                        List.of(station("scan", -30, -20), station("talk", -7, 0), station("visit", 10, 20)),
                        List.of(station("visit", 10, 30), station("sexologist", 300, 400), station("talk", -7, 0))))
                .containsExactly(
                        "removed The scan Window[opens=-30, closes=-20] null",
                        "moved The visit Window[opens=10, closes=20] Window[opens=10, closes=30]",
                        "added The sexologist null Window[opens=300, closes=400]");
    }

    @Test
    void theSameStationsInAnotherOrderAreNoDifference() {
        List<Activity> one = List.of(station("scan", -30, -20), station("talk", -7, 0));
        assertThat(lines(one, List.of(one.get(1), one.get(0)))).isEmpty();
    }
}
