package nl.meerwaarde.server.demo;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line of the printed report. Scores and gains are in points; a figure that cannot be computed is empty.
 *
 * @param name the hospital
 * @param eligible episodes that could have been followed to the end of the window
 * @param returned those of them that were answered afterwards
 * @param analysed those that were answered before and after by the patient
 * @param improved share with any gain, 0–1
 * @param reachedMic share with a gain that matters to an individual, 0–1
 * @param adjustedGain mean gain as with the average patient
 * @param status code from {@code control-limit-status}, or empty when the line is not about one hospital
 */
record OutcomeRow(
        String name,
        int eligible,
        int returned,
        int analysed,
        Optional<BigDecimal> before,
        Optional<BigDecimal> after,
        Optional<BigDecimal> gain,
        Optional<BigDecimal> improved,
        Optional<BigDecimal> reachedMic,
        Optional<BigDecimal> adjustedGain,
        String status) {}
