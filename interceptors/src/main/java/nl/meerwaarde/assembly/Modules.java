package nl.meerwaarde.assembly;

import java.util.Optional;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import org.hl7.fhir.r4.model.Questionnaire;

/** The Questionnaires that can be parts of a form. */
public interface Modules {
    /** The Questionnaire at this canonical, without a version the newest; must not be changed. */
    Optional<Questionnaire> find(CanonicalReference canonical);

    /** What to say when there is none, of the element that names it. */
    Problem missing(CanonicalReference canonical, String path);
}
