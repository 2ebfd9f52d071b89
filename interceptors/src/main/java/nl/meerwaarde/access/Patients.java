package nl.meerwaarde.access;

import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Patient;

/** Some patients of this server: those that are somebody's own, at this moment. */
interface Patients {
    /** Whether the patient with this id is one of them. */
    boolean has(String id);

    /** Whether this patient, as somebody wants to store it, would be one of them. */
    boolean would(Patient patient);

    /** Whether it is known that there are none. */
    boolean areNone();

    /** Those that have one of these ids. */
    Patients among(Set<String> ids);

    /** These and the others, as far as one search can tell both; never more. */
    Patients and(Patients others);

    /** What a search for resources of a type must also ask for to find only those of these patients; empty when it can find none. */
    Optional<Condition> condition(ResourceGroup group);

    /** A parameter of a search. */
    record Condition(String name, String value) {}
}
