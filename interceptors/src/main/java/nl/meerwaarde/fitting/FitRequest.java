package nl.meerwaarde.fitting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code $fit-case-mix-model}, checked.
 *
 * @param model the model to fit, or null at instance level
 * @param from first day of the period
 * @param to last day of the period
 * @param version of the fitted model
 */
record FitRequest(@Nullable Library model, LocalDate from, LocalDate to, String version) {
    /** The parameters, or everything that is wrong with them. */
    sealed interface Reading {
        record Usable(FitRequest request) implements Reading {}

        record Refused(List<Problem> problems) implements Reading {}
    }

    /** @param typeLevel whether the request names no model in its address, so that a parameter must */
    static Reading read(OperationParameters given, boolean typeLevel) {
        return new Reader(given).read(typeLevel);
    }

    private record Reader(OperationParameters given, List<Problem> problems) {
        Reader(OperationParameters given) {
            this(given, new ArrayList<>());
        }

        Reading read(boolean typeLevel) {
            Set<String> known = typeLevel
                    ? Set.of("model", "periodStart", "periodEnd", "version")
                    : Set.of("periodStart", "periodEnd", "version");
            given.names().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> problem(name, "is not known here"));
            Optional<Library> model = typeLevel ? model() : Optional.empty();
            Optional<LocalDate> from = day("periodStart");
            Optional<LocalDate> to = day("periodEnd");
            if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
                problem("periodEnd", "lies before periodStart");
            }
            Optional<String> version = text("version");
            return problems.isEmpty()
                    ? new Reading.Usable(new FitRequest(
                            model.orElse(null), from.orElseThrow(), to.orElseThrow(), version.orElseThrow()))
                    : new Reading.Refused(List.copyOf(problems));
        }

        private Optional<Library> model() {
            Optional<ParametersParameterComponent> parameter = single("model");
            Optional<Library> library = parameter
                    .map(ParametersParameterComponent::getResource)
                    .filter(Library.class::isInstance)
                    .map(Library.class::cast);
            if (parameter.isPresent() && library.isEmpty()) {
                problem("model", "must be a Library (resource): the model whose coefficients are wanted");
            }
            return library;
        }

        private Optional<LocalDate> day(String name) {
            try {
                return text(name).map(LocalDate::parse);
            } catch (DateTimeException e) {
                problem(name, "must be a date such as 2026-01-01");
                return Optional.empty();
            }
        }

        private Optional<String> text(String name) {
            return single(name).flatMap(parameter -> {
                String text = OperationParameters.text(parameter);
                if (text.isBlank()) {
                    problem(name, "needs a value");
                }
                return text.isBlank() ? Optional.empty() : Optional.of(text);
            });
        }

        private Optional<ParametersParameterComponent> single(String name) {
            List<ParametersParameterComponent> all = given.all(name);
            if (all.size() != 1) {
                problem(name, all.isEmpty() ? "is needed" : "may be given once");
            }
            return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
        }

        private void problem(String name, String what) {
            problems.add(OperationParameters.problem(name, what));
        }
    }
}
