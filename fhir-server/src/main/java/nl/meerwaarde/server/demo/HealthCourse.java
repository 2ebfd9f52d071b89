package nl.meerwaarde.server.demo;

/**
 * The state of health of which answers are the trace, on the scale of the Oxford score. May lie above the best score: then the questions can no
 * longer tell, as after many hip replacements.
 */
record HealthCourse(double baseline, double month6, double month12) {
    private static final double SPREAD_BEFORE = 6.5;

    static HealthCourse draw(Chance chance, DemoCaseMix caseMix, Hospital hospital) {
        double ofComorbidities = -1.2 * (caseMix.comorbidities() - 1);
        double ofRevision = caseMix.revision() ? -2 : 0;
        double baseline = chance.normal(caseMix.joint().before() + ofComorbidities + ofRevision, SPREAD_BEFORE);
        double month6 = chance.normal(
                caseMix.healthAfter(baseline) + hospital.quality(),
                caseMix.joint().spread());
        return new HealthCourse(baseline, month6, chance.normal(month6 + 1, 2.5));
    }

    double at(Moment moment) {
        return switch (moment) {
            case BASELINE -> baseline;
            case MONTH_6 -> month6;
            case MONTH_12 -> month12;
        };
    }
}
