package nl.meerwaarde.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * A code and the system it comes from, as a value.
 *
 * @param system the code system's address; empty when the source gave none
 * @param code the code, never blank
 */
public record Code(String system, String code) {
    public Code {
        if (code.isBlank()) {
            throw new IllegalArgumentException("A code may not be blank");
        }
    }

    /** The code of a Coding; empty when it has none, or only blanks. */
    public static Optional<Code> of(Coding coding) {
        return coding.hasCode() && !coding.getCode().isBlank()
                ? Optional.of(new Code(coding.hasSystem() ? coding.getSystem() : "", coding.getCode()))
                : Optional.empty();
    }

    /** All codes of a concept. */
    public static List<Code> of(CodeableConcept concept) {
        return concept.getCoding().stream()
                .map(Code::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Reads what {@link #key()} wrote. */
    public static Code ofKey(String key) {
        int bar = key.lastIndexOf('|');
        return new Code(key.substring(0, bar), key.substring(bar + 1));
    }

    /** {@code system|code}: the form used in tables and in search parameters. */
    public String key() {
        return system + "|" + code;
    }

    /** As FHIR Coding, without a display. */
    public Coding coding() {
        return new Coding().setSystem(system.isEmpty() ? null : system).setCode(code);
    }
}
