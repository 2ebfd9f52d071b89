package nl.meerwaarde.population;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import nl.meerwaarde.instrument.QuestionnaireExtensions;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;

/** How far back an Observation may lie to answer an item (SDC {@code observationLinkPeriod}), as a moment. */
final class LinkPeriod {
    /** Nobody alive was observed before; forms say 200 years where any time will do. */
    private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");

    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);

    private LinkPeriod() {}

    /** Whether Observations may answer the item at all. */
    static boolean isOn(QuestionnaireItemComponent item) {
        return period(item).isPresent();
    }

    /** The earliest moment that counts; empty when the period is not one of years to seconds. */
    static Optional<Instant> since(QuestionnaireItemComponent item, Instant now) {
        return period(item).filter(Quantity::hasValue).flatMap(period -> before(now, period));
    }

    private static Optional<Quantity> period(QuestionnaireItemComponent item) {
        return Optional.ofNullable(
                        QuestionnaireExtensions.value(item, Canonicals.SdcExtensions.OBSERVATION_LINK_PERIOD) != null
                                ? QuestionnaireExtensions.value(item, Canonicals.SdcExtensions.OBSERVATION_LINK_PERIOD)
                                : QuestionnaireExtensions.value(
                                        item, Canonicals.CoreExtensions.OBSERVATION_LINK_PERIOD))
                .filter(Quantity.class::isInstance)
                .map(Quantity.class::cast);
    }

    /** UCUM's units of time. Parts of a unit count in full, so that nothing inside the period is missed. */
    private static Optional<Instant> before(Instant now, Quantity period) {
        long amount =
                period.getValue().min(MOST).setScale(0, RoundingMode.CEILING).longValue();
        ZonedDateTime moment = now.atZone(ZoneOffset.UTC);
        return Optional.ofNullable(
                        switch (period.hasCode() ? period.getCode() : "") {
                            case "a" -> moment.minusYears(amount);
                            case "mo" -> moment.minusMonths(amount);
                            case "wk" -> moment.minusWeeks(amount);
                            case "d" -> moment.minusDays(amount);
                            case "h" -> moment.minusHours(amount);
                            case "min" -> moment.minusMinutes(amount);
                            case "s" -> moment.minusSeconds(amount);
                            default -> null;
                        })
                .map(ZonedDateTime::toInstant)
                .map(since -> since.isBefore(EARLIEST) ? EARLIEST : since);
    }
}
