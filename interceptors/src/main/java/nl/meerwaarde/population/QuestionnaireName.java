package nl.meerwaarde.population;

import nl.meerwaarde.fhir.CanonicalReference;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/** The ways in which a request says which Questionnaire it is about. */
sealed interface QuestionnaireName {
    /** By canonical address, with a version or the newest. */
    record Canonical(CanonicalReference canonical) implements QuestionnaireName {}

    /** By the id it has on this server. */
    record Id(String id) implements QuestionnaireName {}

    /** By a business identifier. */
    record Identified(@Nullable String system, String value) implements QuestionnaireName {}

    /** The Questionnaire itself, whether it is stored or not. */
    record Sent(Questionnaire questionnaire) implements QuestionnaireName {}
}
