package nl.meerwaarde.importing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * A row as resources.
 *
 * @param organization who treated; stored apart, because many rows share it
 * @param resources what the row's transaction stores, each after those it refers to
 * @param responses the questionnaires of the mapping, answered or not
 */
record ImportedRow(
        long number, Optional<Organization> organization, List<DomainResource> resources, List<Answered> responses) {
    ImportedRow {
        resources = List.copyOf(resources);
        responses = List.copyOf(responses);
    }

    /**
     * A questionnaire of the mapping.
     *
     * @param response the answers; empty when no item was answered
     * @param controls by score code, the score in the file; empty where the file has none
     */
    record Answered(
            BoundMapping.AskedResponse asked,
            Optional<QuestionnaireResponse> response,
            Map<String, Optional<BigDecimal>> controls) {}
}
