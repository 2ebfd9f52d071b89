package nl.meerwaarde.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.terminology.Canonicals;

/** What data may be used for beyond the treatment of the patient; the codes are those of code system {@code consent-category}. */
public enum DataUse {
    /** Figures and records that tell of the patient go to registries, comparisons, research and the public. */
    REGISTRY_DELIVERY,
    /** The course of the patient is among those that are shown to comparable patients. */
    SIMILAR_PATIENTS;

    /** The code on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The use that a category of a Consent stands for. */
    static Optional<DataUse> of(Code category) {
        return Arrays.stream(values())
                .filter(use -> category.equals(new Code(Canonicals.CodeSystems.CONSENT_CATEGORY, use.code())))
                .findFirst();
    }
}
