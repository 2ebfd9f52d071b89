package nl.meerwaarde.importing;

import java.util.Optional;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentPredictionComponent;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;

/** What a case-mix model expects of the episode, from a row. */
final class RowExpectations {
    private RowExpectations() {}

    /** Empty when the row has no expected value, or its kind of episode no model. */
    static Optional<RiskAssessment> read(RowCells cells, BoundMapping mapping, Optional<Coding> model, RowIds ids) {
        RiskAssessment assessment = new RiskAssessment();
        assessment.setId(ids.episode());
        assessment.getMeta().addProfile(Canonicals.Profiles.EXPECTED_OUTCOME);
        assessment.setBasedOn(RowEpisode.reference("CarePlan", ids.episode()));
        assessment.setStatus(RiskAssessmentStatus.FINAL);
        model.ifPresent(coding -> assessment.getMethod().addCoding(coding.copy()));
        assessment.setSubject(RowEpisode.reference("Patient", ids.patient()));
        mapping.expectations()
                .forEach(expected -> cells.number(expected.column())
                        .ifPresent(value -> add(assessment, expected, new DecimalType(value))));
        return model.isPresent() && assessment.hasPrediction() ? Optional.of(assessment) : Optional.empty();
    }

    private static void add(RiskAssessment assessment, BoundMapping.ExpectedScore expected, DecimalType value) {
        RiskAssessmentPredictionComponent prediction = assessment.addPrediction();
        prediction.addExtension(
                Canonicals.Extensions.MEASUREMENT_MOMENT,
                new Coding()
                        .setSystem(Canonicals.CodeSystems.MEASUREMENT_MOMENT)
                        .setCode(expected.moment()));
        prediction.addExtension(Canonicals.Extensions.EXPECTED_VALUE, value);
        prediction.getOutcome().addCoding(expected.score().coding());
    }
}
