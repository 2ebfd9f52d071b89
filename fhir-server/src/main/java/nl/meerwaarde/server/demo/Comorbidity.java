package nl.meerwaarde.server.demo;

import java.util.Locale;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** Other diseases that weigh on the outcome. */
enum Comorbidity {
    HYPERTENSION("38341003", "Hypertensive disorder", 0.38),
    DIABETES("73211009", "Diabetes mellitus", 0.16),
    HEART_DISEASE("56265001", "Heart disease", 0.18),
    COPD("13645005", "Chronic obstructive lung disease", 0.12),
    DEPRESSION("35489007", "Depressive disorder", 0.14);

    private final String code;
    private final String display;
    private final double prevalence;

    Comorbidity(String code, String display, double prevalence) {
        this.code = code;
        this.display = display;
        this.prevalence = prevalence;
    }

    /** How many of the average hospital's patients have it, 0–1. */
    double prevalence() {
        return prevalence;
    }

    /** As a part of ids. */
    String idPart() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    CodeableConcept concept() {
        return new CodeableConcept(new Coding(Canonicals.ExternalCodeSystems.SNOMED_CT, code, display));
    }
}
