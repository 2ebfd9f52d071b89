package nl.meerwaarde.server.demo;

import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Coding;

/** Left or right. */
enum Side {
    LEFT("7771000", "Left"),
    RIGHT("24028007", "Right");

    private final String code;
    private final String display;

    Side(String code, String display) {
        this.code = code;
        this.display = display;
    }

    Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }

    Coding coding() {
        return new Coding(Canonicals.ExternalCodeSystems.SNOMED_CT, code, display);
    }
}
