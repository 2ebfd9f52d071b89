package nl.meerwaarde.tests.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports say the same whether their facts are read one by one or lie added up, also when facts change after that. */
class SettledReportIT {
    private static final String MONTHS = "periodStart=2008-02-01&periodEnd=2008-04-30";

    /** Nobody was treated on the days between; these are no whole months, so facts are read one by one. */
    private static final String DAYS = "periodStart=2008-02-02&periodEnd=2008-04-29";

    /** Drawn anew for each report. */
    private static final Pattern LIST_ID = Pattern.compile("\\w{8}(-\\w{4}){3}-\\w{12}");

    private final Fhir fhir = TestServer.fhir();
    private final Hospital hospital = Hospital.create(fhir);
    private TestEpisode first;

    @BeforeEach
    void treatPatients() {
        first = treated(patient -> patient.setGender(AdministrativeGender.OTHER), "1", "3");
        treated(patient -> patient.setGender(AdministrativeGender.MALE), "2", "1");
        treated(patient -> patient.setBirthDateElement(new DateType("1921-01-01")), "0", "4");
        hospital.knee(patient -> {}).operatedOn("2008-03-30");
    }

    private TestEpisode treated(Consumer<Patient> change, String before, String after) {
        TestEpisode episode = hospital.knee(change);
        episode.operatedOn("2008-03-01");
        hospital.answer(episode, before, "2008-02-20");
        hospital.answer(episode, after, "2008-09-01");
        return episode;
    }

    @Test
    void aReportSaysTheSameBeforeAndAfter() {
        List<String> before = reports(MONTHS);

        TestServer.settle();

        assertThat(unsettled()).isZero();
        assertThat(reports(MONTHS)).isEqualTo(before).isEqualTo(reports(DAYS));
    }

    @Test
    void whatChangesAfterwardsIsCounted() {
        TestServer.settle();
        assertThat(unsettled()).isZero();

        treated(patient -> {}, "0", "2");
        first.change(plan -> plan.setStatus(CarePlanStatus.ENTEREDINERROR));

        assertThat(reports(MONTHS)).isEqualTo(reports(DAYS));
        assertThat(ofHospital().count("response-chain", "eligible")).isEqualTo(4);
        assertThat(ofHospital().strata("response-chain", "sex")).isNotEmpty().doesNotContain("other");
        TestServer.settle();
        assertThat(reports(MONTHS)).isEqualTo(reports(DAYS));
    }

    @Test
    void whatMovesToAnotherOrganizationIsCountedThere() {
        Hospital other = Hospital.create(fhir);
        TestServer.settle();

        first.change(plan -> plan.setAuthor(new Reference(other.reference())));

        assertThat(reports(MONTHS)).isEqualTo(reports(DAYS));
        assertThat(ofHospital().count("response-chain", "eligible")).isEqualTo(3);
        assertThat(report(MONTHS, "&reporter=" + other.reference()).count("response-chain", "eligible"))
                .isEqualTo(1);
    }

    /** Of everybody; of the hospital, for whoever keeps its records, with what a registry pools, and with its patients. */
    private List<String> reports(String period) {
        String reporter = "&reporter=" + hospital.reference();
        return Stream.of("", reporter, reporter + "&recipient=registry", reporter + "&reportType=subject-list")
                .map(more -> figures(report(period, more)))
                .toList();
    }

    private Report ofHospital() {
        return report(MONTHS, "&reporter=" + hospital.reference());
    }

    private Report report(String period, String more) {
        return new Report(fhir.get("Measure/knee-replacement-primary-oxford/$evaluate-measure?" + period + more));
    }

    /** All that the report says but when it was made and about which days. */
    private static String figures(Report report) {
        MeasureReport figures = report.resource().copy();
        figures.setId((String) null);
        figures.setMeta(null);
        figures.setDate(null);
        figures.setPeriod(null);
        figures.getExtension().removeIf(extension -> extension.getUrl().equals(Canonicals.Extensions.DATA_AS_OF));
        return LIST_ID.matcher(Fhir.json(figures)).replaceAll("list");
    }

    private int unsettled() {
        return TestServer.jdbc()
                .queryForObject(
                        "select count(*) from mw_change where not settled and organization_id = ?",
                        Integer.class,
                        hospital.id());
    }
}
