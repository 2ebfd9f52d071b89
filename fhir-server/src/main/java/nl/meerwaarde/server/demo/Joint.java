package nl.meerwaarde.server.demo;

import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** The joints that are replaced, with what differs between them. */
enum Joint {
    KNEE("knee", "oxford-knee-score", "oks", "609588000", 19.5, 37.0, 7.5),
    HIP("hip", "oxford-hip-score", "ohs", "52734007", 18.5, 45.0, 9.0);

    private final String word;
    private final String instrument;
    private final String itemPrefix;
    private final String primaryProcedure;
    private final double before;
    private final double after;
    private final double spread;

    Joint(
            String word,
            String instrument,
            String itemPrefix,
            String primaryProcedure,
            double before,
            double after,
            double spread) {
        this.word = word;
        this.instrument = instrument;
        this.itemPrefix = itemPrefix;
        this.primaryProcedure = primaryProcedure;
        this.before = before;
        this.after = after;
        this.spread = spread;
    }

    /** Id of its Oxford questionnaire, which is also the code of the score. */
    String instrument() {
        return instrument;
    }

    /** What the linkIds of its Oxford items begin with. */
    String itemPrefix() {
        return itemPrefix;
    }

    /** Health of the average patient before a primary operation, on the scale of the Oxford score. */
    double before() {
        return before;
    }

    /** The same half a year later. */
    double after() {
        return after;
    }

    /** How far patients of the same case mix end apart (SD). */
    double spread() {
        return spread;
    }

    /** Id of the pathway. */
    String pathway(boolean revision) {
        return word + "-replacement-" + (revision ? "revision" : "primary");
    }

    /** What was done. Revisions are many procedures, and their pathway asks for none in particular. */
    CodeableConcept procedure(boolean revision) {
        if (revision) {
            return new CodeableConcept().setText("Revision of " + word + " replacement");
        }
        return new CodeableConcept(new Coding(
                Canonicals.ExternalCodeSystems.SNOMED_CT, primaryProcedure, "Total " + word + " replacement"));
    }
}
