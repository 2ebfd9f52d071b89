package nl.meerwaarde.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkPeriodTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2,    a,   2024-03-31T12:00:00Z",
        "1,    mo,  2026-02-28T12:00:00Z",
        "2,    wk,  2026-03-17T12:00:00Z",
        "1.5,  d,   2026-03-29T12:00:00Z",
        "36,   h,   2026-03-30T00:00:00Z",
        "30,   min, 2026-03-31T11:30:00Z",
        "1,    s,   2026-03-31T11:59:59Z",
        "200,  a,   1826-03-31T12:00:00Z",
        "5000, a,   1800-01-01T00:00:00Z",
        "1e30, a,   1800-01-01T00:00:00Z",
    })
    void aPeriodReachesBackFromNow(String value, String unit, String since) {
        assertThat(LinkPeriod.since(item(Canonicals.SdcExtensions.OBSERVATION_LINK_PERIOD, value, unit), NOW))
                .contains(Instant.parse(since));
        assertThat(LinkPeriod.since(item(Canonicals.CoreExtensions.OBSERVATION_LINK_PERIOD, value, unit), NOW))
                .contains(Instant.parse(since));
    }

    @Test
    void whatIsNoTimeIsNoPeriod() {
        QuestionnaireItemComponent item = item(Canonicals.SdcExtensions.OBSERVATION_LINK_PERIOD, "3", "kg");
        assertThat(LinkPeriod.since(item, NOW)).isEmpty();
        assertThat(LinkPeriod.isOn(item)).isTrue();
        assertThat(LinkPeriod.isOn(new QuestionnaireItemComponent())).isFalse();
    }

    private static QuestionnaireItemComponent item(String extension, String value, String unit) {
        QuestionnaireItemComponent item = new QuestionnaireItemComponent();
        Duration period = new Duration();
        period.setValue(new BigDecimal(value))
                .setSystem(Canonicals.ExternalCodeSystems.UCUM)
                .setCode(unit);
        item.addExtension(extension, period);
        return item;
    }
}
