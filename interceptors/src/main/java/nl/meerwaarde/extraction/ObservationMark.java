package nl.meerwaarde.extraction;

import java.util.List;
import java.util.Optional;
import nl.meerwaarde.instrument.QuestionnaireExtensions;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.instance.model.api.IBaseHasExtensions;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Type;

/** What an element of a Questionnaire says about Observations ({@code observationExtract} and its category). */
final class ObservationMark {
    /** How the Observation of an item belongs to that of the item around it. */
    enum Relationship {
        MEMBER,
        COMPONENT,
        DERIVED,
        INDEPENDENT
    }

    private ObservationMark() {}

    /** Whether the element says itself that it is extracted, or that it is not; empty when it says nothing. */
    static Optional<Boolean> own(IBaseHasExtensions element) {
        Type value = QuestionnaireExtensions.value(element, Canonicals.SdcExtensions.OBSERVATION_EXTRACT);
        return value == null
                ? Optional.empty()
                : Optional.of(!(value instanceof BooleanType yes) || yes.booleanValue());
    }

    /** Where a Questionnaire does not say, what is asked within a panel is a member of it. */
    static Relationship relationship(QuestionnaireItemComponent item) {
        Type value = QuestionnaireExtensions.value(item, Canonicals.SdcExtensions.OBSERVATION_EXTRACT);
        return switch (value == null ? "" : String.valueOf(value.primitiveValue())) {
            case "component" -> Relationship.COMPONENT;
            case "derived" -> Relationship.DERIVED;
            case "independent" -> Relationship.INDEPENDENT;
            default -> Relationship.MEMBER;
        };
    }

    /**
     * The codes of an item's Observation; none when it has none. Where single codes are marked, only those count.
     *
     * @param presumed whether the items around it, or itself, say that it is extracted
     */
    static List<Coding> codes(QuestionnaireItemComponent item, boolean presumed) {
        boolean someMarked = item.getCode().stream().anyMatch(code -> own(code).equals(Optional.of(true)));
        if (!presumed && !someMarked) {
            return List.of();
        }
        return item.getCode().stream()
                .filter(code -> someMarked
                        ? own(code).equals(Optional.of(true))
                        : !own(code).equals(Optional.of(false)))
                .map(ObservationMark::plain)
                .toList();
    }

    private static Coding plain(Coding code) {
        Coding plain = code.copy();
        plain.setExtension(null);
        return plain;
    }

    /** The categories that the element sets for itself and what is below it; empty when it sets none. */
    static List<CodeableConcept> categories(IBaseHasExtensions element) {
        return QuestionnaireExtensions.all(element, Canonicals.SdcExtensions.OBSERVATION_EXTRACT_CATEGORY).stream()
                .map(Extension::getValue)
                .filter(CodeableConcept.class::isInstance)
                .map(CodeableConcept.class::cast)
                .toList();
    }
}
