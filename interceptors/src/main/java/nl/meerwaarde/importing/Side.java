package nl.meerwaarde.importing;

import java.util.Locale;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Coding;

/** The sides of the body, as mappings name them and as SNOMED CT does. */
enum Side {
    LEFT("7771000", "Left"),
    RIGHT("24028007", "Right"),
    BILATERAL("51440002", "Bilateral");

    private final String code;
    private final String display;

    Side(String code, String display) {
        this.code = code;
        this.display = display;
    }

    /** The side that a mapping calls {@code left}, {@code right} or {@code bilateral}. */
    static Side named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    Coding coding() {
        return new Coding(Canonicals.ExternalCodeSystems.SNOMED_CT, code, display);
    }
}
