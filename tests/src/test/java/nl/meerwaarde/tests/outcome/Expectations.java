package nl.meerwaarde.tests.outcome;

import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.TestEpisode;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentPredictionComponent;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;

/** RiskAssessments: what a case-mix model expects of an episode. */
final class Expectations {
    private Expectations() {}

    static RiskAssessment of(TestEpisode episode, String model, String moment, String score, String value) {
        RiskAssessment assessment = new RiskAssessment();
        assessment.setStatus(RiskAssessmentStatus.FINAL);
        assessment.getSubject().setReference(episode.patient().reference());
        assessment.setBasedOn(new Reference(episode.reference()));
        assessment
                .getMethod()
                .addCoding()
                .setSystem(CodeSystems.CASE_MIX_MODEL)
                .setVersion("2017-18")
                .setCode(model);
        RiskAssessmentPredictionComponent prediction = assessment.addPrediction();
        prediction.getOutcome().addCoding().setSystem(CodeSystems.SCORE).setCode(score);
        prediction.addExtension(
                Extensions.MEASUREMENT_MOMENT,
                new Coding().setSystem(CodeSystems.MEASUREMENT_MOMENT).setCode(moment));
        prediction.addExtension(Extensions.EXPECTED_VALUE, new DecimalType(value));
        return assessment;
    }
}
