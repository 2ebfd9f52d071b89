package nl.meerwaarde.server.demo;

import java.time.LocalDate;

/**
 * What there is to open.
 *
 * @param server address of the server, without path
 * @param today the day whose three years before it the cohort covers
 */
record DemoAddresses(String server, LocalDate today) {
    private static final int YEARS = 3;

    String hospitals() {
        return server + "/fhir/Organization?_count=100";
    }

    /** The report on primary replacements of a joint, over all calendar years that the cohort touches. */
    String report(Joint joint) {
        return server + "/fhir/Measure/" + DemoMeasures.id(joint) + "/$evaluate-measure?periodStart="
                + (today.getYear() - YEARS) + "&periodEnd=" + today.getYear();
    }

    String text() {
        return String.join(
                System.lineSeparator(),
                "To open:",
                "  what the server can do  " + server + "/fhir/metadata",
                "  this report             " + report(Joint.KNEE),
                "  the same for hips       " + report(Joint.HIP),
                "  the latest knee scores  " + server
                        + "/fhir/Observation?code=oxford-knee-score&_sort=-date&_count=10",
                "  one patient's answers   " + server + "/fhir/QuestionnaireResponse?subject=Patient/"
                        + SyntheticPatient.id(1),
                "  health                  " + server + "/actuator/health",
                "",
                "All patients, hospitals and outcomes are invented. Stop with Ctrl-C.");
    }
}
