package nl.meerwaarde.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.report.EvaluateMeasureRequest.Reading;
import org.junit.jupiter.api.Test;

class EvaluateMeasureRequestTest {
    private static final Map<String, String> PERIOD = Map.of("periodStart", "2026-01-01", "periodEnd", "2026-12-31");

    @Test
    void aMeasureAndAPeriodAreEnough() {
        EvaluateMeasureRequest request = usable(PERIOD);
        assertThat(request.from()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(request.type()).isEqualTo(MeasureReports.ReportType.POPULATION);
    }

    @Test
    void aYearReachesFromItsFirstToItsLastDay() {
        EvaluateMeasureRequest request = usable(Map.of("periodStart", "2025", "periodEnd", "2026-02"));
        assertThat(request.from()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(request.to()).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void aSubjectMakesASubjectReport() {
        EvaluateMeasureRequest request = usable(with(PERIOD, "subject", "Patient/p1"));
        assertThat(request.patient()).isEqualTo("p1");
        assertThat(request.type()).isEqualTo(MeasureReports.ReportType.SUBJECT);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        Map<String, String> wrong = Map.of(
                "periodStart", "2026-13-01",
                "reportType", "all",
                "subject", "Group/g1",
                "foo", "1",
                "publish", "true");
        assertThat(problems(wrong))
                .containsExactlyInAnyOrder(
                        "foo", "measure", "periodStart", "periodEnd", "subject", "reportType", "publish");
    }

    @Test
    void aPeriodDoesNotEndBeforeItStarts() {
        assertThat(problems(Map.of("periodStart", "2026-02-01", "periodEnd", "2026-01-01")))
                .containsExactly("measure", "periodEnd");
    }

    @Test
    void aListOfSubjectsIsNotAboutOneSubject() {
        Map<String, String> both = with(with(PERIOD, "subject", "Patient/p1"), "reportType", "subject-list");
        assertThat(problems(with(both, "measure", "Measure/m1"))).containsExactly("subject");
    }

    @Test
    void severalMeasuresMayBeNamed() {
        Map<String, List<String>> given = Map.of(
                "measure", List.of("Measure/m1", "Measure/m2"),
                "periodStart", List.of("2025"),
                "periodEnd", List.of("2025"));
        Reading reading = EvaluateMeasureRequest.read(given, false);
        assertThat(((Reading.Usable) reading).request().measures()).containsExactly("Measure/m1", "Measure/m2");
    }

    private static EvaluateMeasureRequest usable(Map<String, String> given) {
        return ((Reading.Usable) read(with(given, "measure", "Measure/m1"))).request();
    }

    private static List<String> problems(Map<String, String> given) {
        return ((Reading.Refused) read(given))
                .problems().stream().map(Problem::path).toList();
    }

    private static Reading read(Map<String, String> given) {
        Map<String, List<String>> lists = new HashMap<>();
        given.forEach((name, value) -> lists.put(name, List.of(value)));
        return EvaluateMeasureRequest.read(lists, false);
    }

    private static Map<String, String> with(Map<String, String> given, String name, String value) {
        Map<String, String> more = new HashMap<>(given);
        more.put(name, value);
        return more;
    }
}
