package nl.meerwaarde.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalAgeTest {
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "2014-06-16, false, true",
        "2014-06-15, true, true",
        "2010-06-16, true, true",
        "2010-06-15, true, false",
        "2014, false, true",
        "2014-06, false, true",
        "2013, true, true",
        "2010, true, false",
        "2010-06, true, false",
        "1950, true, false"
    })
    void aBirthdayThatIsNotKnownCountsAgainstWhoWantsToActForSomebody(String birth, boolean say, boolean represented) {
        Patient patient = new Patient();
        patient.setBirthDateElement(new DateType(birth));
        LegalAge age = LegalAge.of(patient, TODAY);
        assertThat(age.hasASay()).isEqualTo(say);
        assertThat(age.isRepresentedByParents()).isEqualTo(represented);
    }

    @Test
    void whoseAgeNobodyKnowsIsAnAdult() {
        LegalAge age = LegalAge.of(new Patient(), TODAY);
        assertThat(age.hasASay()).isTrue();
        assertThat(age.isRepresentedByParents()).isFalse();
    }
}
