package nl.meerwaarde.server.demo;

import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Coding;

/** When patients are asked, as the shipped pathways have it. */
enum Moment {
    BASELINE("baseline", 0),
    MONTH_6("month-6", 183),
    MONTH_12("month-12", 365);

    private final String code;
    private final int targetDay;

    Moment(String code, int targetDay) {
        this.code = code;
        this.targetDay = targetDay;
    }

    String code() {
        return code;
    }

    /** Days after the index event. */
    int targetDay() {
        return targetDay;
    }

    Coding coding() {
        return new Coding().setSystem(Canonicals.CodeSystems.MEASUREMENT_MOMENT).setCode(code);
    }
}
