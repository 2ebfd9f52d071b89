package nl.meerwaarde.tests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.assertj.core.api.AbstractAssert;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;

/** What a test can say about a score Observation. */
public final class ScoreAssert extends AbstractAssert<ScoreAssert, Observation> {
    ScoreAssert(Observation score) {
        super(score, ScoreAssert.class);
    }

    public ScoreAssert hasValue(String value) {
        assertThat(actual.getDataAbsentReason().isEmpty())
                .as("no dataAbsentReason")
                .isTrue();
        assertThat(actual.getValueQuantity().getValue()).isEqualByComparingTo(new BigDecimal(value));
        return this;
    }

    public ScoreAssert hasUnit(String ucum, String unit) {
        Quantity quantity = actual.getValueQuantity();
        assertThat(quantity.getSystem()).isEqualTo("http://unitsofmeasure.org");
        assertThat(quantity.getCode()).isEqualTo(ucum);
        assertThat(quantity.getUnit()).isEqualTo(unit);
        return this;
    }

    /** How precise it is; empty when the score cannot be calculated. */
    public ScoreAssert hasStandardError(Optional<String> value) {
        Extension extension = actual.getExtensionByUrl(Extensions.STANDARD_ERROR);
        assertThat(extension == null).as("no standard error").isEqualTo(value.isEmpty());
        if (extension != null) {
            assertThat(new BigDecimal(extension.getValue().primitiveValue())).isEqualByComparingTo(value.orElseThrow());
        }
        return this;
    }

    /** Not calculable: a reason instead of a number. */
    public ScoreAssert isAbsent() {
        assertThat(actual.hasValue()).as("a value").isFalse();
        assertThat(actual.getDataAbsentReason().getCodingFirstRep().getCode()).isEqualTo("unknown");
        return this;
    }

    public ScoreAssert hasStatus(ObservationStatus status) {
        assertThat(actual.getStatus()).isEqualTo(status);
        return this;
    }
}
