package nl.meerwaarde.benchmark;

import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.disclosure.PeriodGrid;
import nl.meerwaarde.disclosure.PeriodGrid.Period;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;

/**
 * What a comparison calls things, in the language of its reader.
 *
 * @param title of the Measure
 * @param names of organisations and teams by reference, where they have one
 * @param statistics what the codes of statistics mean
 */
record BenchmarkWords(String language, String title, Map<String, String> names, CodeSystem statistics) {
    /** The statistics as they are stored; none when the code system is not. */
    static CodeSystem statistics(DefinitionSource definitions) {
        try {
            return definitions.read(CodeSystem.class, "statistic");
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return new CodeSystem();
        }
    }

    /** What is compared, over which period. */
    String title(Period period) {
        return title + ", " + period(period);
    }

    /** A year or quarter by its short name, any other period by its days. */
    String period(Period period) {
        Optional<PeriodGrid> grid = PeriodGrid.of(period.from(), period.to());
        String year = String.valueOf(period.from().getYear());
        return grid.map(length -> switch (length) {
                    case YEAR -> year;
                    case QUARTER -> words("quarter", year, (period.from().getMonthValue() + 2) / 3);
                    case MONTH -> period.from().toString().substring(0, "2026-01".length());
                })
                .orElseGet(() -> words("period", period.from(), period.to()));
    }

    /** What a figure says, with its unit. */
    String outcome(ReportedGroup group) {
        String unit = group.component().getMeasureScore().getUnit();
        String meaning = statistic(group.statistic());
        return group.isShare() || unit == null ? meaning : words("outcome", meaning, unit);
    }

    private String statistic(String code) {
        return statistics.getConcept().stream()
                .filter(concept -> code.equals(concept.getCode()))
                .findFirst()
                .map(this::display)
                .orElse(code);
    }

    private String display(ConceptDefinitionComponent concept) {
        return concept.getDesignation().stream()
                .filter(designation -> language.equals(designation.getLanguage()))
                .findFirst()
                .map(designation -> designation.getValue())
                .orElse(concept.getDisplay());
    }

    /** What an organisation or team is called: a pseudonym as it is. */
    String name(Place place) {
        return place.reference()
                .map(reference -> names.getOrDefault(reference, reference))
                .orElseGet(() -> words("pseudonym", place.key()));
    }

    String words(String key, Object... arguments) {
        return Sentence.beside(BenchmarkWords.class, key, arguments).in(language);
    }
}
