package nl.meerwaarde.exchange;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.ParameterReading;
import nl.meerwaarde.fhir.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code $collect-data}, checked.
 *
 * @param measure canonical or {@code Measure/id}; null at instance level
 * @param from first day of the period in which the index event lies
 * @param to last day
 * @param subject {@code Patient/id} or {@code Group/id}, or null for everybody
 * @param recipient code of the kind of recipient it is for, or null when nobody says
 */
record ExchangeRequest(
        @Nullable String measure,
        LocalDate from,
        LocalDate to,
        @Nullable String subject,
        @Nullable String recipient) {
    private static final Set<String> KNOWN = Set.of("periodStart", "periodEnd", "subject", "recipient");

    /**
     * Reads the parameters.
     *
     * @param typeLevel whether the address names no Measure, so that a parameter must
     * @param needsSubject whether this recipient has to say whose data it asks for
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException naming everything that is wrong
     */
    static ExchangeRequest read(
            OperationParameters given, boolean typeLevel, Predicate<@Nullable String> needsSubject) {
        ParameterReading reading = new ParameterReading("$collect-data", given.texts());
        Set<String> known = new TreeSet<>(KNOWN);
        if (typeLevel) {
            known.add("measure");
        }
        reading.refuseUnknown(known);
        Optional<String> measure = typeLevel ? reading.single("measure") : Optional.empty();
        if (typeLevel && measure.isEmpty()) {
            reading.problem("measure", "is needed here: the canonical address of a Measure, or Measure/id");
        }
        Optional<LocalDate> from = reading.firstDay("periodStart");
        Optional<LocalDate> to = reading.lastDay("periodEnd");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            reading.problem("periodEnd", "lies before periodStart");
        }
        Optional<String> subject = reading.reference("subject", "Patient", "Group");
        Optional<String> recipient = reading.single("recipient");
        if (reading.all("subject").isEmpty() && needsSubject.test(recipient.orElse(null))) {
            reading.problem("subject", "is needed: a Patient or a Group; everybody's data travel by Bulk Data Export");
        }
        if (!reading.problems().isEmpty()) {
            throw Problems.badRequest(reading.problems());
        }
        return new ExchangeRequest(
                measure.orElse(null),
                from.orElseThrow(),
                to.orElseThrow(),
                subject.orElse(null),
                recipient.orElse(null));
    }
}
