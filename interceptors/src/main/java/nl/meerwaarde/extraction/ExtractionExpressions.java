package nl.meerwaarde.extraction;

import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.instrument.FhirPath;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** The values of the expressions that steer an extraction. */
final class ExtractionExpressions {
    private static final String FHIRPATH = "text/fhirpath";

    private final FhirPath fhirPath;
    private final QuestionnaireResponse response;
    private final ExtractionIssues issues;

    ExtractionExpressions(FhirPath fhirPath, QuestionnaireResponse response, ExtractionIssues issues) {
        this.fhirPath = fhirPath;
        this.response = response;
        this.issues = issues;
    }

    /** The FHIRPath in a string or an Expression; empty, and a fault, when it is none. */
    Optional<String> text(@Nullable Type value, String path) {
        if (value instanceof Expression expression) {
            boolean known = !expression.hasLanguage() || FHIRPATH.equals(expression.getLanguage());
            if (known && expression.hasExpression()) {
                return Optional.of(expression.getExpression());
            }
        } else if (value != null && value.fhirType().equals("string") && value.hasPrimitiveValue()) {
            return Optional.of(value.primitiveValue());
        }
        issues.fault(ProblemCode.EXPRESSION_SYNTAX, path, "A FHIRPath expression (text/fhirpath) is needed here.");
        return Optional.empty();
    }

    /**
     * The value of an expression; nothing when it fails over these answers.
     *
     * @param focus what {@code %context} is
     */
    List<Base> evaluate(String text, Base focus, ExtractionScope scope, String path) {
        ExpressionNode parsed;
        try {
            parsed = fhirPath.parse(text);
        } catch (FHIRException e) {
            issues.fault(
                    ProblemCode.EXPRESSION_SYNTAX,
                    path,
                    "The expression cannot be parsed: " + text + " (" + e.getMessage() + ")");
            return List.of();
        }
        if (response.getIdElement().isEmpty()) {
            // Asking HAPI for an id makes an empty one, which FHIRPath takes for an id.
            response.setId((String) null);
        }
        try {
            return fhirPath.evaluate(response, focus, parsed, scope);
        } catch (RuntimeException e) {
            // The engine throws whatever befalls it; over other answers the same expression may work.
            issues.leftOut(
                    ProblemCode.EXPRESSION_FAILED, path, "The expression fails over these answers: " + text + ".");
            return List.of();
        }
    }

    /** The same for an expression that gives one text at most. */
    Optional<String> one(String text, Base focus, ExtractionScope scope, String path) {
        return evaluate(text, focus, scope, path).stream()
                .filter(Base::hasPrimitiveValue)
                .map(Base::primitiveValue)
                .findFirst();
    }
}
