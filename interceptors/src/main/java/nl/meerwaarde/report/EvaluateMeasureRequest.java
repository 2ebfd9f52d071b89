package nl.meerwaarde.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.disclosure.PeriodGrid;
import nl.meerwaarde.fhir.ParameterReading;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.report.MeasureReports.ReportType;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code $evaluate-measure}, checked.
 *
 * @param measures canonicals or {@code Measure/id}
 * @param from first day of the period
 * @param to last day of the period
 * @param patient id of the subject, or null
 * @param reporter whose episodes count, as {@code Type/id} of an Organization, CareTeam or Practitioner; null for everybody's
 * @param publish whether the report is to be stored, unchangeable
 * @param recipient code of the kind of recipient it is for, or null when nobody says
 * @param recipientOrganization id of the organisation that the recipient belongs to, or null
 */
record EvaluateMeasureRequest(
        List<String> measures,
        LocalDate from,
        LocalDate to,
        @Nullable String patient,
        @Nullable String reporter,
        ReportType type,
        boolean publish,
        @Nullable String recipient,
        @Nullable String recipientOrganization) {
    static final String MEASURE = "measure";

    private static final Set<String> KNOWN = Set.of(
            MEASURE,
            "periodStart",
            "periodEnd",
            "subject",
            "reporter",
            "reportType",
            "publish",
            "recipient",
            "recipientOrganization");

    /** A report about everybody or one organisation, which is not stored; its Measure is not named but given. */
    static EvaluateMeasureRequest of(
            PeriodGrid.Period period,
            @Nullable String organization,
            @Nullable String recipient,
            @Nullable String recipientOrganization) {
        return new EvaluateMeasureRequest(
                List.of(),
                period.from(),
                period.to(),
                null,
                organization == null ? null : "Organization/" + organization,
                ReportType.POPULATION,
                false,
                recipient,
                recipientOrganization);
    }

    /** The same request without some of its Measures. */
    EvaluateMeasureRequest without(Set<String> some) {
        return new EvaluateMeasureRequest(
                measures.stream().filter(measure -> !some.contains(measure)).toList(),
                from,
                to,
                patient,
                reporter,
                type,
                publish,
                recipient,
                recipientOrganization);
    }

    /** The parameters, or everything that is wrong with them. */
    sealed interface Reading {
        record Usable(EvaluateMeasureRequest request) implements Reading {}

        record Refused(List<Problem> problems) implements Reading {}
    }

    /**
     * Reads the parameters.
     *
     * @param given values by name, with the Measure in the address, if there is one, as a parameter
     * @param mayPublish whether the request's method may change something
     */
    static Reading read(Map<String, List<String>> given, boolean mayPublish) {
        ParameterReading parameters = new ParameterReading("$evaluate-measure", given);
        parameters.refuseUnknown(KNOWN);
        List<String> measures = parameters.all(MEASURE);
        if (measures.isEmpty()) {
            parameters.problem(
                    MEASURE, "is needed here: the canonical address of a Measure (url or url|version), or Measure/id");
        }
        Optional<LocalDate> from = parameters.firstDay("periodStart");
        Optional<LocalDate> to = parameters.lastDay("periodEnd");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            parameters.problem("periodEnd", "lies before periodStart");
        }
        Optional<String> patient = id(parameters, "subject", "Patient");
        Optional<String> reporter = parameters.reference("reporter", "Organization", "CareTeam", "Practitioner");
        ReportType type = reportType(parameters, patient.isPresent());
        boolean publish = publish(parameters, mayPublish);
        Optional<String> recipient = parameters.single("recipient");
        Optional<String> recipientOrganization = id(parameters, "recipientOrganization", "Organization");
        if (!parameters.problems().isEmpty()) {
            return new Reading.Refused(parameters.problems());
        }
        return new Reading.Usable(new EvaluateMeasureRequest(
                measures,
                from.orElseThrow(),
                to.orElseThrow(),
                patient.orElse(null),
                reporter.orElse(null),
                type,
                publish,
                recipient.orElse(null),
                recipientOrganization.orElse(null)));
    }

    private static Optional<String> id(ParameterReading parameters, String name, String type) {
        return parameters.reference(name, type).map(reference -> reference.substring(reference.indexOf('/') + 1));
    }

    private static ReportType reportType(ParameterReading parameters, boolean hasSubject) {
        Optional<String> text = parameters.single("reportType");
        ReportType byDefault = hasSubject ? ReportType.SUBJECT : ReportType.POPULATION;
        Optional<ReportType> type = text.isEmpty() ? Optional.of(byDefault) : text.flatMap(ReportType::of);
        if (type.isEmpty()) {
            parameters.problem("reportType", "must be subject, subject-list or population");
        } else if (type.get() == ReportType.SUBJECT && !hasSubject) {
            parameters.problem("subject", "is needed for a report of type subject: Patient/id");
        } else if (type.get() != ReportType.SUBJECT && hasSubject) {
            parameters.problem("subject", "goes with reportType subject only");
        }
        return type.orElse(byDefault);
    }

    private static boolean publish(ParameterReading parameters, boolean mayPublish) {
        Optional<String> text = parameters.single("publish");
        if (text.isPresent() && !Set.of("true", "false").contains(text.get())) {
            parameters.problem("publish", "must be true or false");
        }
        boolean publish = text.filter("true"::equals).isPresent();
        if (publish && !mayPublish) {
            parameters.problem("publish", "stores the report, so it needs a POST");
        }
        return publish;
    }
}
