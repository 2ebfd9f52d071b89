package nl.meerwaarde.alert;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Whose answer it was, as far as that is known.
 *
 * @param patient id of the Patient that is stored here, or null
 * @param reference what a Flag or Task may say about it: a reference to that Patient, or an identifier, a name, or nothing
 */
record Subject(@Nullable String patient, Reference reference) {
    private static final Pattern BY_IDENTIFIER = Pattern.compile("Patient\\?identifier=([^|&]*)(?:\\||%7C)([^&]+)");

    /** A Patient that is stored here. */
    static Subject stored(String patient) {
        return new Subject(patient, new Reference("Patient/" + patient));
    }

    /** Somebody who is not stored here: what the response says, without pointing to what does not exist. */
    static Subject notStored(Reference said) {
        Reference reference = new Reference();
        reference.setIdentifier(said.hasIdentifier() ? said.getIdentifier().copy() : null);
        reference.setDisplay(said.hasDisplay() ? said.getDisplay() : said.getReference());
        Matcher query = BY_IDENTIFIER.matcher(String.valueOf(said.getReference()));
        if (query.matches()) {
            reference.getIdentifier().setSystem(query.group(1)).setValue(query.group(2));
        }
        return new Subject(null, reference);
    }

    boolean isKnown() {
        return !key().isEmpty();
    }

    /** Equal for the same person; empty when nothing is known. */
    String key() {
        if (patient != null) {
            return "Patient/" + patient;
        }
        return reference.getIdentifier().hasValue()
                ? reference.getIdentifier().getSystem() + "|"
                        + reference.getIdentifier().getValue()
                : reference.hasDisplay() ? reference.getDisplay() : "";
    }
}
