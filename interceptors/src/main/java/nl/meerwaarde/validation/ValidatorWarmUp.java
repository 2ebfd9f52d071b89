package nl.meerwaarde.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks one made-up response at start: the first check loads FHIR's definitions, for seconds, which no patient should wait for. */
public class ValidatorWarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(ValidatorWarmUp.class);
    private static final String RESPONSE = """
            {"resourceType": "QuestionnaireResponse", "status": "completed", "authored": "2026-01-01T12:00:00Z",
             "questionnaire": "https://w3id.org/meerwaarde/fhir/Questionnaire/oxford-knee-score|1.0.0",
             "subject": {"reference": "Patient/warm-up"},
             "item": [{"linkId": "oks-01", "answer": [{"valueCoding":
               {"system": "https://w3id.org/meerwaarde/fhir/CodeSystem/oxford-answer", "code": "4"}}]}]}
            """;

    private final FhirRules fhirRules;

    ValidatorWarmUp(FhirRules fhirRules) {
        this.fhirRules = fhirRules;
    }

    /** Returns when the validator is warm. */
    public void run() {
        long start = System.nanoTime();
        try {
            fhirRules.check(new ObjectMapper().readTree(RESPONSE));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The warm-up response is JSON", e);
        }
        LOG.info("Validator warm after {} ms", (System.nanoTime() - start) / 1_000_000);
    }
}
