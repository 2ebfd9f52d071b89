package nl.meerwaarde.response;

import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;

/** Membership of value sets, for questions whose answers a value set lists. */
@FunctionalInterface
public interface AnswerTerminology {
    /** Whether the coding is in the value set; empty when that cannot be known here. */
    Optional<Boolean> contains(String valueSet, Coding coding);
}
