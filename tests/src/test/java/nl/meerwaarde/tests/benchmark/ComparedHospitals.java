package nl.meerwaarde.tests.benchmark;

import java.util.Map;
import nl.meerwaarde.tests.disclosure.Hospitals;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;

/** Five hospitals of about the same size, and a small one; made once, because all that compare them read only. Gains are of 24, of 12 and of no points. */
final class ComparedHospitals {
    static final int YEAR = 2009;
    static final String MEASURE = "Measure/knee-replacement-primary-oxford/$benchmark";
    static final String ONE_YEAR = "?periodStart=" + YEAR + "&periodEnd=" + YEAR;

    private static final class Once {
        static final ComparedHospitals ALL = new ComparedHospitals();
    }

    private final Fhir fhir = TestServer.fhir();
    private final Hospitals hospitals = Hospitals.of(fhir, YEAR, "Noord", "Oost", "Zuid", "West", "Midden", "Klein");

    private ComparedHospitals() {
        treated("Noord", 30, 1, 0);
        treated("Oost", 18, 4, 10);
        treated("Zuid", 16, 6, 10);
        treated("West", 15, 6, 10);
        treated("Midden", 0, 34, 0);
        treated("Klein", 6, 6, 0);
    }

    static ComparedHospitals all() {
        return Once.ALL;
    }

    private void treated(String hospital, int gaining24, int gaining12, int unchanged) {
        hospitals
                .treated(hospital, gaining24, "1", "3")
                .treated(hospital, gaining12, "2", "3")
                .treated(hospital, unchanged, "2", "2");
    }

    Hospitals hospitals() {
        return hospitals;
    }

    String id(String hospital) {
        return java.util.Objects.requireNonNull(hospitals.ids().get(hospital));
    }

    /** The comparison over the year, with more parameters ({@code &name=value}). */
    Reply benchmark(String more) {
        return fhir.get(MEASURE + ONE_YEAR + more);
    }

    /** As a picture. */
    String picture(String more) {
        return Compared.svg(fhir.get(MEASURE + ONE_YEAR + more, Map.of("_format", "image/svg+xml")));
    }

    StratifierGroupComponent stratum(Report report, String hospital) {
        return Compared.stratum(report, id(hospital));
    }
}
