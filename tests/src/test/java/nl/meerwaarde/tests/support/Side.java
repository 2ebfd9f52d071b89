package nl.meerwaarde.tests.support;

import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;

/** A side of the body, by its SNOMED CT qualifier. */
public enum Side {
    LEFT("7771000"),
    RIGHT("24028007");

    private final String code;

    Side(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** As it stands on CarePlan, Procedure and QuestionnaireResponse. */
    public Extension extension() {
        Coding coding =
                new Coding().setSystem(Canonicals.ExternalCodeSystems.SNOMED_CT).setCode(code);
        return new Extension(Canonicals.Extensions.LATERALITY, coding);
    }
}
