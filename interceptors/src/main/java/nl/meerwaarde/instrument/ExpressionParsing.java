package nl.meerwaarde.instrument;

import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.Expression;

/** Parses the expressions of one Questionnaire; what cannot be parsed becomes a problem. */
final class ExpressionParsing {
    private static final String FHIRPATH = "text/fhirpath";

    private final FhirPath fhirPath;
    private final List<Problem> problems;

    ExpressionParsing(FhirPath fhirPath, List<Problem> problems) {
        this.fhirPath = fhirPath;
        this.problems = problems;
    }

    Optional<ExpressionNode> parse(Expression expression, String path) {
        if (expression.hasLanguage() && !FHIRPATH.equals(expression.getLanguage())) {
            return refuse(path, "Expressions are FHIRPath (text/fhirpath) here, not " + expression.getLanguage() + ".");
        }
        if (!expression.hasExpression()) {
            return refuse(path, "The expression is empty.");
        }
        try {
            return Optional.of(fhirPath.parse(expression.getExpression()));
        } catch (FHIRException e) {
            return refuse(
                    path,
                    "The expression cannot be parsed: " + expression.getExpression() + " (" + e.getMessage() + ")");
        }
    }

    private Optional<ExpressionNode> refuse(String path, String sentence) {
        problems.add(new Problem(ProblemCode.EXPRESSION_SYNTAX, path, sentence));
        return Optional.empty();
    }
}
