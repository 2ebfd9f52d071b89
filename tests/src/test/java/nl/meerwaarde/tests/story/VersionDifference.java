package nl.meerwaarde.tests.story;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Type;

/**
 * What {@code $change-pathway-version} answers, as it is shown before an episode moves.
 *
 * @param answer the answer
 */
record VersionDifference(Parameters answer) {
    /** The difference between the version an episode follows and the newest. */
    static VersionDifference of(Fhir fhir, String episode) {
        return new VersionDifference(
                fhir.get(episode + "/$change-pathway-version").stored(Parameters.class));
    }

    /** {@code moved month-12: 274 to 456 days}, {@code removed month-12 eq-5d-5l}. */
    List<String> lines() {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("difference"))
                .map(VersionDifference::line)
                .toList();
    }

    /** The transaction that moves the episode. */
    Bundle move() {
        return (Bundle) answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("return"))
                .findFirst()
                .orElseThrow()
                .getResource();
    }

    private static String line(ParametersParameterComponent difference) {
        String what = Stream.of("moment", "activity", "questionnaire")
                .flatMap(name -> part(difference, name).stream())
                .map(VersionDifference::text)
                .reduce((one, other) -> one + " " + other)
                .orElse("");
        String days = part(difference, "questionnaire").isPresent()
                ? ""
                : part(difference, "windowAfter")
                        .map(window -> ": " + days((Range) window))
                        .orElse("");
        return text(part(difference, "change").orElseThrow()) + " " + what + days;
    }

    private static String days(Range window) {
        return window.getLow().getValue() + " to " + window.getHigh().getValue() + " days";
    }

    private static String text(Type value) {
        return value instanceof Coding coding
                ? coding.getCode()
                : value.primitiveValue().replaceFirst(".*/", "");
    }

    private static Optional<Type> part(ParametersParameterComponent difference, String name) {
        return difference.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .map(ParametersParameterComponent::getValue);
    }
}
