package nl.meerwaarde.server.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Coding;

/**
 * The case-mix model {@code demo}, version 1, over what is known of an operation at its index date. A linear rule: expected score = score of the
 * average patient after the operation + 0.35 × (score before − average before) − 1.8 × (number of comorbidities − 1) − 0.07 × (age − 69) − 6 if a
 * revision, kept within 0 to 48. For demonstration only, without clinical meaning.
 *
 * @param age whole years
 * @param comorbidities how many
 */
record DemoCaseMix(Joint joint, boolean revision, int age, int comorbidities) {
    private static final double OF_SCORE_BEFORE = 0.35;
    private static final double OF_COMORBIDITY = -1.8;
    private static final double OF_AGE = -0.07;
    private static final double OF_REVISION = -6;
    private static final int USUAL_COMORBIDITIES = 1;
    private static final int USUAL_AGE = 69;
    private static final double BEST = 48;

    /** The model as RiskAssessments and Measures name it. */
    static Coding model() {
        return new Coding()
                .setSystem(Canonicals.CodeSystems.CASE_MIX_MODEL)
                .setVersion("1")
                .setCode("demo");
    }

    /** The Oxford score to expect, with one decimal. */
    BigDecimal expected(double scoreBefore) {
        double expected = healthAfter(scoreBefore);
        return BigDecimal.valueOf(Math.max(0, Math.min(BEST, expected))).setScale(1, RoundingMode.HALF_UP);
    }

    /** The rule without bounds: also what is true of the state of health that nobody sees. */
    double healthAfter(double before) {
        return joint.after()
                + OF_SCORE_BEFORE * (before - joint.before())
                + OF_COMORBIDITY * (comorbidities - USUAL_COMORBIDITIES)
                + OF_AGE * (age - USUAL_AGE)
                + (revision ? OF_REVISION : 0);
    }
}
