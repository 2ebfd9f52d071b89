package nl.meerwaarde.tests.support;

import org.hl7.fhir.r4.model.Observation;

/** Assertions that speak FHIR. */
public final class FhirAssert {
    private FhirAssert() {}

    public static ReplyAssert assertThat(Reply reply) {
        return new ReplyAssert(reply);
    }

    public static ScoreAssert assertThat(Observation score) {
        return new ScoreAssert(score);
    }
}
