package nl.meerwaarde.assembly;

import java.util.List;
import nl.meerwaarde.fhir.Problem;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Questionnaire;

/** What came of assembling a form. */
sealed interface Assembly {
    /**
     * The form, and what to know about it.
     *
     * @param notes in the order of the form; may be empty
     */
    record Assembled(Questionnaire questionnaire, List<Note> notes) implements Assembly {
        public Assembled {
            notes = List.copyOf(notes);
        }
    }

    /** Everything that keeps it from being assembled; never empty. */
    record Refused(List<Problem> problems) implements Assembly {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Something to know about an assembled form: a warning, or information. */
    record Note(Problem about, IssueSeverity severity) {}
}
