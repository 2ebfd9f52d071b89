package nl.meerwaarde.extraction;

import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.Conversion;
import nl.meerwaarde.instrument.QuestionnaireExtensions;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Type;

/** An answer as the value of an Observation, whose types are not quite those of answers. */
final class ObservedAnswer {
    private static final Set<String> ALIKE = Set.of("boolean", "integer", "string", "time", "dateTime", "Quantity");

    private ObservedAnswer() {}

    /** The value; empty for what an Observation cannot hold, such as an attachment. */
    static Optional<Type> value(QuestionnaireItemComponent item, Type answer) {
        Optional<Quantity> counted = QuestionnaireExtensions.unit(item).flatMap(unit -> quantity(answer, unit));
        if (counted.isPresent()) {
            return counted.map(Type.class::cast);
        }
        if (ALIKE.contains(answer.fhirType())) {
            return Optional.of(answer.copy());
        }
        return switch (answer.fhirType()) {
            case "decimal" -> Conversion.to("Quantity", answer);
            case "Coding" -> Conversion.to("CodeableConcept", answer);
            case "date" -> Conversion.to("dateTime", answer);
            case "uri" -> Conversion.to("string", answer);
            default -> Optional.empty();
        };
    }

    /** A bare number in the unit its question counts in. */
    static Optional<Quantity> quantity(Type answer, Coding unit) {
        return Conversion.to("decimal", answer)
                .flatMap(number -> Conversion.to("Quantity", number))
                .map(Quantity.class::cast)
                .map(quantity -> quantity.setUnit(unit.hasDisplay() ? unit.getDisplay() : unit.getCode())
                        .setSystem(unit.getSystem())
                        .setCode(unit.getCode()));
    }
}
