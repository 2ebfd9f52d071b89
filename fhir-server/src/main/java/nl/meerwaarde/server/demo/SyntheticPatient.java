package nl.meerwaarde.server.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An invented patient.
 *
 * @param number 1 and on; the patient's only name
 * @param death day of death, or null
 * @param bodyMassIndex kg/m² before the first operation
 * @param episodes in order of operation
 */
record SyntheticPatient(
        int number,
        Hospital hospital,
        boolean female,
        LocalDate birth,
        @Nullable LocalDate death,
        Set<Comorbidity> comorbidities,
        double bodyMassIndex,
        Answering answering,
        List<SyntheticEpisode> episodes) {
    private static final int DIGITS = 1_000_000;

    /** Id of the Patient with a number; the zeros make ids sort as numbers do. */
    static String id(int number) {
        return "demo-" + (number < DIGITS ? Integer.toString(DIGITS + number).substring(1) : number);
    }

    String id() {
        return id(number);
    }

    String reference() {
        return "Patient/" + id();
    }

    /** Id of the CarePlan of an episode. */
    String episodeId(int episode) {
        return id() + "-" + episode;
    }
}
