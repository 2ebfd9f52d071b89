package nl.meerwaarde.careplan;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import ca.uhn.fhir.parser.DataFormatException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code $apply} as far as they can be judged without looking anything up.
 *
 * @param plan which pathway; empty when that cannot be told
 * @param patient id of the subject; empty when that cannot be told
 * @param encounter reference, or null
 * @param practitioner reference, or null
 * @param organization reference, or null
 * @param owner reference to the RelatedPerson who answers in the patient's place, or null
 * @param side laterality code, or null
 * @param indexDate the day for which the index event is planned, or null
 * @param asBundle whether a transaction is wanted
 * @param problems everything that is wrong with the parameters
 */
record ApplyRequest(
        Optional<PlanName> plan,
        Optional<String> patient,
        @Nullable String encounter,
        @Nullable String practitioner,
        @Nullable String organization,
        @Nullable String owner,
        @Nullable String side,
        @Nullable LocalDate indexDate,
        boolean asBundle,
        List<Problem> problems) {
    static final String LEFT = "7771000";
    static final String RIGHT = "24028007";
    static final String BILATERAL = "51440002";

    private static final Set<String> OF_FHIR =
            new TreeSet<>(Set.of("userType", "userLanguage", "userTaskContext", "setting", "settingContext"));
    private static final Set<String> OURS = new TreeSet<>(Set.of("owner", "side", "index-date", "bundle"));
    private static final Set<String> KNOWN = new TreeSet<>(Set.of(
            "planDefinition",
            "subject",
            "encounter",
            "practitioner",
            "organization",
            "parameters",
            "owner",
            "side",
            "index-date",
            "bundle"));

    /** What names the pathway. */
    sealed interface PlanName {
        record Id(String id) implements PlanName {}

        record Canonical(CanonicalReference canonical) implements PlanName {}
    }

    /** What is known of an episode that runs. */
    static ApplyRequest ofEpisode(
            String patient, @Nullable String owner, @Nullable String side, @Nullable LocalDate indexDate) {
        return new ApplyRequest(
                Optional.empty(), Optional.of(patient), null, null, null, owner, side, indexDate, true, List.of());
    }

    /**
     * Reads the parameters.
     *
     * @param addressed the PlanDefinition in the address, or null at type level
     * @param serverBase the address of this server
     */
    static ApplyRequest read(OperationParameters given, @Nullable IdType addressed, String serverBase) {
        return new Reader(given, serverBase).read(addressed);
    }

    private static final class Reader {
        private final OperationParameters given;
        private final OperationParameters nested;
        private final String serverBase;
        private final List<Problem> problems = new ArrayList<>();

        Reader(OperationParameters given, String serverBase) {
            this.given = given;
            this.serverBase = serverBase;
            this.nested = given.all("parameters").stream()
                    .map(ParametersParameterComponent::getResource)
                    .filter(Parameters.class::isInstance)
                    .map(Parameters.class::cast)
                    .findFirst()
                    .map(OperationParameters::of)
                    .orElseGet(() -> OperationParameters.of(new Parameters()));
        }

        ApplyRequest read(@Nullable IdType addressed) {
            refuseUnknown();
            return new ApplyRequest(
                    plan(addressed),
                    patient(),
                    reference("encounter", "Encounter"),
                    reference("practitioner", "Practitioner"),
                    reference("organization", "Organization"),
                    reference("owner", "RelatedPerson"),
                    side(),
                    indexDate(),
                    asBundle(),
                    List.copyOf(problems));
        }

        private void refuseUnknown() {
            given.names().stream().filter(name -> !KNOWN.contains(name)).forEach(name -> {
                if (OF_FHIR.contains(name)) {
                    problem(name, "not-supported", name);
                } else {
                    problem(name, "unknown", name, String.join(", ", KNOWN));
                }
            });
            nested.names().stream()
                    .filter(name -> !OURS.contains(name))
                    .forEach(name -> problem("parameters", "unknown", name, String.join(", ", OURS)));
        }

        private Optional<String> text(String name) {
            List<ParametersParameterComponent> values = Stream.concat(
                            given.all(name).stream(),
                            OURS.contains(name)
                                    ? nested.all(name).stream()
                                    : Stream.<ParametersParameterComponent>empty())
                    .toList();
            if (values.size() > 1) {
                problem(name, "once", name);
            }
            return values.stream().findFirst().map(OperationParameters::text);
        }

        private Optional<PlanName> plan(@Nullable IdType addressed) {
            Optional<String> named = text("planDefinition");
            if (addressed != null) {
                if (named.isPresent()) {
                    problem("planDefinition", "plan-twice");
                }
                return Optional.of(new PlanName.Id(addressed.getIdPart()));
            }
            if (named.filter(text -> !text.isBlank()).isEmpty()) {
                problem("planDefinition", "plan-missing");
                return Optional.empty();
            }
            return named.map(text -> idHere(text, "PlanDefinition")
                    .<PlanName>map(PlanName.Id::new)
                    .orElseGet(() -> new PlanName.Canonical(CanonicalReference.parse(text))));
        }

        private Optional<String> patient() {
            Optional<String> id = text("subject").flatMap(reference -> idHere(reference, "Patient"));
            if (id.isEmpty()) {
                problem("subject", "subject-missing");
            }
            return id;
        }

        private @Nullable String reference(String name, String type) {
            Optional<String> text = text(name);
            Optional<String> id = text.flatMap(reference -> idHere(reference, type));
            if (text.isPresent() && id.isEmpty()) {
                problem(name, "reference", name, type);
            }
            return id.map(found -> type + "/" + found).orElse(null);
        }

        /** The id in a reference to this server; empty when it leads elsewhere or to another type. */
        private Optional<String> idHere(String reference, String type) {
            String relative =
                    reference.startsWith(serverBase + "/") ? reference.substring(serverBase.length() + 1) : reference;
            return relative.matches(type + "/[A-Za-z0-9\\-.]{1,64}")
                    ? Optional.of(relative.substring(type.length() + 1))
                    : Optional.empty();
        }

        private @Nullable String side() {
            Optional<String> side = text("side");
            if (side.isPresent() && !Set.of(LEFT, RIGHT, BILATERAL).contains(side.get())) {
                problem("side", "side");
            }
            return side.orElse(null);
        }

        private @Nullable LocalDate indexDate() {
            Optional<String> text = text("index-date");
            try {
                return text.map(Reader::day).orElse(null);
            } catch (DataFormatException | DateTimeException | IllegalArgumentException e) {
                problem("index-date", "index-date");
                return null;
            }
        }

        private static LocalDate day(String text) {
            DateType date = new DateType(text);
            if (date.getPrecision() != TemporalPrecisionEnum.DAY) {
                throw new IllegalArgumentException("Not a day");
            }
            return LocalDate.parse(text);
        }

        private boolean asBundle() {
            String text = text("bundle").orElse("false");
            if (!Set.of("true", "false").contains(text)) {
                problem("bundle", "boolean", "bundle");
            }
            return text.equals("true");
        }

        private void problem(String parameter, String key, Object... arguments) {
            problems.add(new Problem(
                    ProblemCode.INVALID_PARAMETER,
                    parameter,
                    Sentence.beside(ApplyRequest.class, "parameter." + key, arguments)));
        }
    }
}
