package nl.meerwaarde.extraction;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.QuestionnaireExtensions;
import nl.meerwaarde.response.ResponseContext;
import nl.meerwaarde.score.ResponseScores;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** All that a completed response says, as resources. Every way of saying so in the Questionnaire is followed, and what comes of them stands in one transaction. */
final class Extraction {
    private final FhirContext fhirContext;
    private final FhirPath fhirPath;
    private final ResponseScores scores;
    private final Profiles profiles;

    Extraction(FhirContext fhirContext, FhirPath fhirPath, ResponseScores scores, Profiles profiles) {
        this.fhirContext = fhirContext;
        this.fhirPath = fhirPath;
        this.scores = scores;
        this.profiles = profiles;
    }

    /** What came of an extraction. */
    sealed interface Result {
        /**
         * A transaction, which may be empty.
         *
         * @param leftOut what could not be extracted and why
         */
        record Extracted(Bundle transaction, List<Problem> leftOut) implements Result {}

        /** The Questionnaire says something that cannot be done. */
        record Faulty(List<Problem> faults) implements Result {}
    }

    /**
     * Extracts.
     *
     * @param form what says what is extracted
     * @param scored whose scores the response has; the same but for a form that was derived from the one that was answered
     * @param response complete, with the server's scores; its id is the bare one, or absent when it was never stored
     */
    Result extract(Instrument form, Instrument scored, QuestionnaireResponse response) {
        ExtractionIssues issues = new ExtractionIssues();
        ExtractedIds ids = new ExtractedIds(fhirContext, response);
        ExtractionExpressions expressions = new ExtractionExpressions(fhirPath, response, issues);
        ExtractedEntries entries = new ExtractedEntries(issues);
        AnsweredItem root = AnsweredItems.root(
                form.questionnaire(), response, new ResponseContext(fhirPath, form, response).whole(), ids);
        ObservationExtraction observations = new ObservationExtraction(response, ids, expressions, entries, issues);
        scores.of(scored, response)
                .forEach(worth -> observations.addScore(
                        root, worth.result().rule().linkId(), worth.observation(response, scored.canonical())));
        observations.extract(root);
        new DefinitionExtraction(fhirContext, profiles, ids, expressions, entries, issues).extract(root);
        new TemplateExtraction(fhirContext, form.questionnaire(), ids, expressions, entries, issues).extract(root);
        entries.label(response.getMeta().getSecurity());
        refuseStructureMap(form, issues);
        return issues.faults().isEmpty()
                ? new Result.Extracted(entries.transaction(), issues.leftOut())
                : new Result.Faulty(issues.faults());
    }

    private static void refuseStructureMap(Instrument form, ExtractionIssues issues) {
        if (QuestionnaireExtensions.value(form.questionnaire(), Canonicals.SdcExtensions.TARGET_STRUCTURE_MAP)
                != null) {
            issues.leftOut(
                    ProblemCode.UNSUPPORTED_MECHANISM,
                    "Questionnaire.extension",
                    "Extraction by StructureMap (targetStructureMap) is not done here.");
        }
    }
}
