package nl.meerwaarde.tests.support;

import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.ExternalCodeSystems;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ObservationDefinition;

/** ObservationDefinitions that say what a test's score means. */
public final class ScoreDefinitions {
    private ScoreDefinitions() {}

    /** Higher is better, one decimal, computed by a named method. */
    public static ObservationDefinition of(String code) {
        ObservationDefinition definition = new ObservationDefinition();
        definition.addExtension(Extensions.SCORE_DIRECTION, new CodeType("higher-is-better"));
        definition.getCode().addCoding().setSystem(TestInstrument.SCORES).setCode(code);
        definition.getMethod().setText("Twice the minutes");
        definition.getQuantitativeDetails().setDecimalPrecision(1);
        definition
                .getQuantitativeDetails()
                .getUnit()
                .addCoding()
                .setSystem(ExternalCodeSystems.UCUM)
                .setCode("{points}")
                .setDisplay("points");
        return definition;
    }
}
