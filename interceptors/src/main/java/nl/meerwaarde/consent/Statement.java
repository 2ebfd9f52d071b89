package nl.meerwaarde.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.DateSpan;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Period;

/**
 * What a Consent says of one use of data. What is not certain counts for the patient: a permission that is narrowed down by anything that is not read here permits
 * nothing, an objection counts in full; days that are not known exactly make a permission shorter and an objection longer.
 *
 * @param from first day on which it holds
 * @param to last day on which it holds
 */
record Statement(DataUse use, boolean permitted, LocalDate from, LocalDate to) {
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    /** What a Consent says; nothing unless it is in force. */
    static List<Statement> of(Consent consent) {
        ConsentProvisionType type = consent.getProvision().getType();
        if (consent.getStatus() != ConsentState.ACTIVE || type == null) {
            return List.of();
        }
        boolean permitted = type == ConsentProvisionType.PERMIT;
        if (permitted && isNarrowed(consent.getProvision())) {
            return List.of();
        }
        return period(consent.getProvision().getPeriod(), permitted).stream()
                .flatMap(days ->
                        uses(consent).stream().map(use -> new Statement(use, permitted, days.from(), days.to())))
                .toList();
    }

    /** The uses that a Consent is about, whether it is in force or not. */
    static Set<DataUse> uses(Consent consent) {
        return consent.getCategory().stream()
                .flatMap(category -> Code.of(category).stream())
                .flatMap(category -> DataUse.of(category).stream())
                .collect(Collectors.toSet());
    }

    private static boolean isNarrowed(ProvisionComponent provision) {
        return provision.hasActor()
                || provision.hasAction()
                || provision.hasSecurityLabel()
                || provision.hasPurpose()
                || provision.hasClass_()
                || provision.hasCode()
                || provision.hasDataPeriod()
                || provision.hasData()
                || provision.hasProvision();
    }

    private static Optional<DateSpan> period(Period period, boolean permitted) {
        Optional<DateSpan> start = DateSpan.of(period.hasStart() ? period.getStartElement() : null);
        Optional<DateSpan> end = DateSpan.of(period.hasEnd() ? period.getEndElement() : null);
        LocalDate from = start.map(permitted ? DateSpan::to : DateSpan::from).orElse(EVER);
        LocalDate to = end.map(permitted ? DateSpan::from : DateSpan::to).orElse(FOREVER);
        return to.isBefore(from) ? Optional.empty() : Optional.of(new DateSpan(from, to, null));
    }
}
