package nl.meerwaarde.measure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.measure.MeasureReports.ReportType;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code $evaluate-measure}, checked.
 *
 * @param measure canonical or {@code Measure/id}; null at instance level
 * @param from first day of the period
 * @param to last day of the period
 * @param patient id of the subject, or null
 * @param organization id of the reporter, or null
 * @param publish whether the report is to be stored, unchangeable
 * @param recipient code of the kind of recipient it is for, or null when nobody says
 * @param recipientOrganization id of the organisation that the recipient belongs to, or null
 */
record EvaluateMeasureRequest(
        @Nullable String measure,
        LocalDate from,
        LocalDate to,
        @Nullable String patient,
        @Nullable String organization,
        ReportType type,
        boolean publish,
        @Nullable String recipient,
        @Nullable String recipientOrganization) {
    private static final Set<String> KNOWN = Set.of(
            "measure",
            "periodStart",
            "periodEnd",
            "subject",
            "reporter",
            "reportType",
            "publish",
            "recipient",
            "recipientOrganization");
    /** HAPI's and FHIR's own parameters of every request. */
    private static final Set<String> GENERAL = Set.of("_format", "_pretty", "_summary", "_elements");

    /** The parameters, or everything that is wrong with them. */
    sealed interface Reading {
        record Usable(EvaluateMeasureRequest request) implements Reading {}

        record Refused(List<Problem> problems) implements Reading {}
    }

    /**
     * Reads the parameters.
     *
     * @param given values by name
     * @param typeLevel whether the request names no Measure in its address, so that a parameter must
     * @param mayPublish whether the request's method may change something
     */
    static Reading read(Map<String, List<String>> given, boolean typeLevel, boolean mayPublish) {
        return new Reader(given).read(typeLevel, mayPublish);
    }

    private static final class Reader {
        private final Map<String, List<String>> given;
        private final List<Problem> problems = new ArrayList<>();

        Reader(Map<String, List<String>> given) {
            this.given = given;
        }

        Reading read(boolean typeLevel, boolean mayPublish) {
            refuseUnknown();
            Optional<String> measure = single("measure");
            if (typeLevel && measure.isEmpty()) {
                problem(
                        "measure",
                        "is needed here: the canonical address of a Measure (url or url|version), or Measure/id.");
            }
            Optional<LocalDate> from = day("periodStart", true);
            Optional<LocalDate> to = day("periodEnd", false);
            if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
                problem("periodEnd", "lies before periodStart.");
            }
            Optional<String> patient = reference("subject", "Patient");
            Optional<String> organization = reference("reporter", "Organization");
            ReportType type = reportType(patient.isPresent());
            boolean publish = publish(mayPublish);
            Optional<String> recipient = single("recipient");
            Optional<String> recipientOrganization = reference("recipientOrganization", "Organization");
            if (!problems.isEmpty()) {
                return new Reading.Refused(List.copyOf(problems));
            }
            return new Reading.Usable(new EvaluateMeasureRequest(
                    measure.orElse(null),
                    from.orElseThrow(),
                    to.orElseThrow(),
                    patient.orElse(null),
                    organization.orElse(null),
                    type,
                    publish,
                    recipient.orElse(null),
                    recipientOrganization.orElse(null)));
        }

        private void refuseUnknown() {
            given.keySet().stream()
                    .filter(name -> !KNOWN.contains(name) && !GENERAL.contains(name))
                    .sorted()
                    .forEach(name -> problem(
                            name,
                            "is not a parameter of $evaluate-measure here; allowed are "
                                    + String.join(", ", new TreeSet<>(KNOWN)) + "."));
        }

        private Optional<String> single(String name) {
            List<String> values = given.getOrDefault(name, List.of());
            if (values.size() > 1) {
                problem(name, "may be given once.");
            }
            return values.stream().filter(value -> !value.isBlank()).findFirst();
        }

        /** A period may be given in years or months; it then starts at the first and ends at the last day of them. */
        private Optional<LocalDate> day(String name, boolean first) {
            Optional<String> text = single(name);
            if (text.isEmpty()) {
                problem(name, "is needed: a date such as 2026-01-01.");
                return Optional.empty();
            }
            try {
                return Optional.of(parsed(text.get(), first));
            } catch (DateTimeException e) {
                problem(name, "must be a date such as 2026-01-01 (or a year, or a year and month).");
                return Optional.empty();
            }
        }

        private static LocalDate parsed(String text, boolean first) {
            return switch (text.length()) {
                case 4 ->
                    first
                            ? java.time.Year.parse(text).atDay(1)
                            : java.time.Year.parse(text).atMonth(12).atEndOfMonth();
                case 7 ->
                    first
                            ? YearMonth.parse(text).atDay(1)
                            : YearMonth.parse(text).atEndOfMonth();
                default -> LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
            };
        }

        private Optional<String> reference(String name, String type) {
            Optional<String> text = single(name);
            boolean right = text.isEmpty() || text.get().matches("(" + type + "/)?[A-Za-z0-9\\-.]{1,64}");
            if (!right) {
                problem(name, "must be a reference such as " + type + "/123.");
                return Optional.empty();
            }
            return text.map(value -> value.substring(value.indexOf('/') + 1));
        }

        private ReportType reportType(boolean hasSubject) {
            Optional<String> text = single("reportType");
            ReportType byDefault = hasSubject ? ReportType.SUBJECT : ReportType.POPULATION;
            Optional<ReportType> type = text.isEmpty() ? Optional.of(byDefault) : text.flatMap(ReportType::of);
            if (type.isEmpty()) {
                problem("reportType", "must be subject, subject-list or population.");
            } else if (type.get() == ReportType.SUBJECT && !hasSubject) {
                problem("subject", "is needed for a report of type subject: Patient/id.");
            } else if (type.get() != ReportType.SUBJECT && hasSubject) {
                problem("subject", "goes with reportType subject only.");
            }
            return type.orElse(byDefault);
        }

        private boolean publish(boolean mayPublish) {
            Optional<String> text = single("publish");
            if (text.isPresent() && !Set.of("true", "false").contains(text.get())) {
                problem("publish", "must be true or false.");
            }
            boolean publish = text.filter("true"::equals).isPresent();
            if (publish && !mayPublish) {
                problem("publish", "stores the report, so it needs a POST.");
            }
            return publish;
        }

        private void problem(String parameter, String sentence) {
            problems.add(
                    new Problem(ProblemCode.INVALID_PARAMETER, parameter, "Parameter " + parameter + " " + sentence));
        }
    }
}
