package nl.meerwaarde.caregap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.ParameterReading;
import nl.meerwaarde.fhir.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code $care-gaps}, checked.
 *
 * @param measures canonicals or {@code Measure/id}, in the order given; empty at instance level
 * @param from first day of the period in which a window must lie, wholly or in part
 * @param to last day
 * @param subject {@code Patient/id} or {@code Group/id}, or null
 * @param organization id of the Organization whose episodes it is about, or null
 * @param statuses of the gaps that are asked for; not empty
 */
record CareGapsRequest(
        List<String> measures,
        LocalDate from,
        LocalDate to,
        @Nullable String subject,
        @Nullable String organization,
        Set<GapStatus> statuses) {
    private static final Set<String> KNOWN =
            Set.of("periodStart", "periodEnd", "subject", "organization", "status", "measureId", "measureUrl");

    CareGapsRequest {
        measures = List.copyOf(measures);
        statuses = Set.copyOf(statuses);
    }

    /**
     * Reads the parameters.
     *
     * @param typeLevel whether the address names no Measure, so that a parameter must
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException naming everything that is wrong
     */
    static CareGapsRequest read(OperationParameters given, boolean typeLevel) {
        ParameterReading reading = new ParameterReading("$care-gaps", given.texts());
        Set<String> known = new TreeSet<>(KNOWN);
        if (!typeLevel) {
            known.removeAll(Set.of("measureId", "measureUrl"));
        }
        reading.refuseUnknown(known);
        List<String> measures = new ArrayList<>();
        reading.all("measureId").forEach(id -> measures.add(id.startsWith("Measure/") ? id : "Measure/" + id));
        measures.addAll(reading.all("measureUrl"));
        if (typeLevel && measures.isEmpty()) {
            reading.problem("measureUrl", "is needed here, or measureId: which measurements are owed");
        }
        Optional<LocalDate> from = reading.firstDay("periodStart");
        Optional<LocalDate> to = reading.lastDay("periodEnd");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            reading.problem("periodEnd", "lies before periodStart");
        }
        Optional<String> subject = reading.reference("subject", "Patient", "Group");
        Optional<String> organization = reading.reference("organization", "Organization");
        if (reading.all("subject").isEmpty() && reading.all("organization").isEmpty()) {
            reading.problem("subject", "is needed, or organization: whose measurements");
        }
        Set<GapStatus> statuses = statuses(reading);
        if (!reading.problems().isEmpty()) {
            throw Problems.badRequest(reading.problems());
        }
        return new CareGapsRequest(
                measures,
                from.orElseThrow(),
                to.orElseThrow(),
                subject.orElse(null),
                organization
                        .map(reference -> reference.substring(reference.indexOf('/') + 1))
                        .orElse(null),
                statuses);
    }

    private static Set<GapStatus> statuses(ParameterReading reading) {
        Set<GapStatus> statuses = EnumSet.noneOf(GapStatus.class);
        for (String code : reading.all("status")) {
            GapStatus.of(code)
                    .ifPresentOrElse(
                            statuses::add,
                            () -> reading.problem("status", "must be open-gap, closed-gap or prospective-gap"));
        }
        return statuses.isEmpty() ? EnumSet.of(GapStatus.OPEN_GAP) : statuses;
    }
}
