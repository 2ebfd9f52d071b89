package nl.meerwaarde.audit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.QualifiedParamList;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ParameterReading;
import nl.meerwaarde.fhir.Problems;

/**
 * A search for entries: conditions in SQL with their values, and which part of what they meet.
 *
 * @param patients to which patients it is limited by its parameters; empty when it is not
 * @param newestFirst in which order
 * @param count at most how many, 0 for none
 * @param offset how many are left out before
 */
record AuditSearch(
        List<String> conditions,
        List<Object> values,
        Set<String> patients,
        boolean newestFirst,
        int count,
        int offset) {
    /** The search parameters there are, with FHIR's types; {@code purpose} is one of R5. */
    static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("_id", "token"),
            Map.entry("patient", "reference"),
            Map.entry("agent", "reference"),
            Map.entry("altid", "token"),
            Map.entry("entity", "reference"),
            Map.entry("date", "date"),
            Map.entry("subtype", "token"),
            Map.entry("action", "token"),
            Map.entry("outcome", "token"),
            Map.entry("purpose", "token"),
            Map.entry("address", "string"));

    private static final Set<String> CONTROLS = Set.of("_count", "_offset", "_sort", "_total");
    private static final int DEFAULT_COUNT = 50;
    private static final int MOST = 500;
    private static final String REFERENCE = "[A-Z][A-Za-z]+/[A-Za-z0-9\\-.]{1,64}";
    private static final String NUMBER = "\\d{1,9}";

    /**
     * Reads the parameters of a request.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException with everything that is wrong
     */
    static AuditSearch of(Map<String, String[]> parameters, FhirContext fhirContext) {
        return new Reading(parameters, fhirContext).search();
    }

    /** The same for the entries of one patient only. */
    AuditSearch of(String patient) {
        List<String> more = new ArrayList<>(conditions);
        more.add("patient = ?");
        List<Object> values = new ArrayList<>(this.values);
        values.add(patient);
        return new AuditSearch(more, values, Set.of(patient), newestFirst, count, offset);
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** What it means is collected while it is read, as is everything that is wrong. */
    private static final class Reading {
        private final FhirContext fhirContext;
        private final ParameterReading reading;
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        Reading(Map<String, String[]> parameters, FhirContext fhirContext) {
            this.fhirContext = fhirContext;
            this.reading = new ParameterReading(
                    "AuditEvent",
                    parameters.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
        }

        AuditSearch search() {
            reading.refuseUnknown(Stream.concat(PARAMETERS.keySet().stream(), CONTROLS.stream())
                    .collect(Collectors.toSet()));
            oneOf("_id", "must be the id of an AuditEvent", "entry", Reading::isUuid, UUID::fromString);
            Set<String> patients = patients();
            oneOf(
                    "agent",
                    "must be a reference such as Practitioner/1",
                    "person",
                    it -> it.matches(REFERENCE),
                    it -> it);
            oneOf("altid", "must be what the token's issuer calls somebody", "subject", it -> true, Reading::code);
            entity();
            oneOf("subtype", "must be an interaction such as read", "interaction", it -> true, Reading::code);
            action();
            outcome();
            purpose();
            oneOf("address", "must be a network address", "address", it -> true, it -> it);
            date();
            boolean newestFirst = newestFirst();
            int count = number("_count", DEFAULT_COUNT);
            int offset = number("_offset", 0);
            boolean counted = reading.single("_summary").filter("count"::equals).isPresent();
            if (!reading.problems().isEmpty()) {
                throw Problems.badRequest(reading.problems());
            }
            return new AuditSearch(
                    conditions, values, patients, newestFirst, counted ? 0 : Math.min(count, MOST), offset);
        }

        private void oneOf(
                String parameter,
                String otherwise,
                String column,
                Predicate<String> allowed,
                Function<String, Object> value) {
            for (String given : reading.all(parameter)) {
                List<String> alternatives = alternatives(given);
                if (alternatives.isEmpty() || !alternatives.stream().allMatch(allowed)) {
                    reading.problem(parameter, otherwise);
                } else {
                    in(column, alternatives.stream().map(value).toList());
                }
            }
        }

        private void in(String column, List<?> alternatives) {
            conditions.add(column + " in (" + String.join(", ", Collections.nCopies(alternatives.size(), "?")) + ")");
            values.addAll(alternatives);
        }

        private static List<String> alternatives(String given) {
            return Arrays.stream(given.split(",")).filter(it -> !it.isBlank()).toList();
        }

        private Set<String> patients() {
            oneOf(
                    "patient",
                    "must be a reference such as Patient/1",
                    "patient",
                    it -> it.matches("(Patient/)?[A-Za-z0-9\\-.]{1,64}"),
                    Reading::id);
            return reading.all("patient").stream()
                    .flatMap(given -> alternatives(given).stream())
                    .map(Reading::id)
                    .collect(Collectors.toSet());
        }

        private void entity() {
            for (String given : reading.all("entity")) {
                if (!given.matches(REFERENCE)) {
                    reading.problem("entity", "must be one reference such as Observation/1");
                } else {
                    String type = given.substring(0, given.indexOf('/'));
                    boolean patient = type.equals("Patient");
                    conditions.add("(resource_type = ? and resource_id = ?" + (patient ? " or patient = ?)" : ")"));
                    values.add(type);
                    values.add(id(given));
                    if (patient) {
                        values.add(id(given));
                    }
                }
            }
        }

        private void action() {
            for (String given : reading.all("action")) {
                List<String> actions =
                        alternatives(given).stream().map(Reading::code).toList();
                List<String> interactions = Arrays.stream(Interaction.values())
                        .filter(interaction -> actions.contains(interaction.action()))
                        .map(Interaction::code)
                        .toList();
                if (interactions.isEmpty()) {
                    reading.problem("action", "must be C, R, U, D or E");
                } else {
                    in("interaction", interactions);
                }
            }
        }

        private void outcome() {
            for (String given : reading.all("outcome")) {
                List<String> statuses = alternatives(given).stream()
                        .map(Reading::code)
                        .map(Reading::statuses)
                        .toList();
                if (statuses.isEmpty() || statuses.contains("")) {
                    reading.problem("outcome", "must be 0 (success), 4 (refused) or 8 (failed)");
                } else {
                    conditions.add("(" + String.join(" or ", statuses) + ")");
                }
            }
        }

        private static String statuses(String outcome) {
            return switch (outcome) {
                case "0" -> "status < 400";
                case "4" -> "status between 400 and 499";
                case "8" -> "status >= 500";
                default -> "";
            };
        }

        /** The only purpose that is recorded apart from others. */
        private void purpose() {
            for (String given : reading.all("purpose")) {
                if (!code(given).equals(AuditCodes.breakTheGlass().getCode())) {
                    reading.problem("purpose", "must be BTG (the glass was broken)");
                } else {
                    conditions.add("reason <> ''");
                }
            }
        }

        private void date() {
            List<String> given = reading.all("date");
            if (given.isEmpty()) {
                return;
            }
            DateRangeParam range = new DateRangeParam();
            try {
                range.setValuesAsQueryTokens(
                        fhirContext,
                        "date",
                        given.stream()
                                .map(value -> QualifiedParamList.singleton(value))
                                .toList());
            } catch (InvalidRequestException | DataFormatException | IllegalArgumentException e) {
                reading.problem("date", "must be a date such as ge2026-01-01, or two of these");
                return;
            }
            bound("recorded >= ?", range.getLowerBoundAsInstant());
            bound("recorded <= ?", range.getUpperBoundAsInstant());
        }

        private void bound(String condition, Date instant) {
            Optional.ofNullable(instant).ifPresent(bound -> {
                conditions.add(condition);
                values.add(bound.toInstant().atOffset(ZoneOffset.UTC));
            });
        }

        private boolean newestFirst() {
            String sort = reading.single("_sort").orElse("-date");
            if (!Set.of("date", "-date").contains(sort)) {
                reading.problem("_sort", "must be date or -date");
            }
            return sort.startsWith("-");
        }

        private int number(String parameter, int otherwise) {
            String given = reading.single(parameter).orElse(String.valueOf(otherwise));
            if (!given.matches(NUMBER)) {
                reading.problem(parameter, "must be a whole number that is not negative");
                return otherwise;
            }
            return Integer.parseInt(given);
        }

        private static boolean isUuid(String text) {
            return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }

        private static String id(String reference) {
            return reference.substring(reference.indexOf('/') + 1);
        }

        /** A token's code; its system says nothing, because there is one only. */
        private static String code(String token) {
            return token.substring(token.indexOf('|') + 1);
        }
    }
}
