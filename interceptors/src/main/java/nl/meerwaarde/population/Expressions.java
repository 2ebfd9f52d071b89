package nl.meerwaarde.population;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.instrument.FhirPath;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/** The values of a form's expressions. One that cannot be evaluated gives nothing and an issue; the rest of the form is filled in all the same. */
final class Expressions {
    private static final String FHIRPATH = "text/fhirpath";
    private static final String QUERY = "application/x-fhir-query";

    private final FhirPath fhirPath;
    private final QuestionnaireResponse response;
    private final List<SubjectRecord> records;
    private final PopulationIssues issues;

    Expressions(
            FhirPath fhirPath, QuestionnaireResponse response, List<SubjectRecord> records, PopulationIssues issues) {
        this.fhirPath = fhirPath;
        this.response = response;
        this.records = records;
        this.issues = issues;
    }

    static boolean isQuery(Expression expression) {
        return QUERY.equals(expression.getLanguage());
    }

    /**
     * The value of an expression; of a query a searchset.
     *
     * @param focus what {@code %context} is
     * @param path of the expression, for issues
     */
    List<Base> evaluate(Expression expression, PopulationScope scope, Base focus, String path) {
        String text = expression.hasExpression() ? expression.getExpression() : "";
        if (isQuery(expression)) {
            return query(text, scope, focus, path).<List<Base>>map(List::of).orElse(List.of());
        }
        if (expression.hasLanguage() && !FHIRPATH.equals(expression.getLanguage())) {
            issues.add(
                    ProblemCode.UNSUPPORTED_MECHANISM,
                    path,
                    "Expressions in " + expression.getLanguage() + " are not evaluated here.");
            return List.of();
        }
        return fhirPath(text, scope, focus, path);
    }

    private List<Base> fhirPath(String text, PopulationScope scope, Base focus, String path) {
        ExpressionNode parsed;
        try {
            parsed = fhirPath.parse(text);
        } catch (FHIRException e) {
            issues.add(
                    ProblemCode.EXPRESSION_SYNTAX,
                    path,
                    "The expression cannot be parsed: " + text + " (" + e.getMessage() + ")");
            return List.of();
        }
        try {
            return fhirPath.evaluate(response, focus, parsed, scope);
        } catch (RuntimeException e) {
            // The engine throws whatever befalls it; over other data the same expression may work.
            issues.add(
                    ProblemCode.EXPRESSION_FAILED, path, "The expression fails over what is known here: " + text + ".");
            return List.of();
        }
    }

    private Optional<Bundle> query(String text, PopulationScope scope, Base focus, String path) {
        RecordQuery.Reading reading =
                RecordQuery.read(text, expression -> texts(fhirPath(expression, scope, focus, path)));
        if (reading instanceof RecordQuery.Reading.Refused refused) {
            issues.add(ProblemCode.UNSUPPORTED_MECHANISM, path, "The query is not run: " + refused.sentence());
            return Optional.empty();
        }
        if (reading instanceof RecordQuery.Reading.Incomplete incomplete) {
            issues.add(
                    ProblemCode.CONTEXT_MISSING,
                    path,
                    "The query is not run, because {{" + incomplete.expression() + "}} gives nothing.");
            return Optional.empty();
        }
        return run(((RecordQuery.Reading.Ready) reading).query(), path);
    }

    private Optional<Bundle> run(RecordQuery query, String path) {
        try {
            Optional<SubjectRecord.Found> found = records.stream()
                    .map(record -> record.search(query))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (found.isEmpty()) {
                issues.add(
                        ProblemCode.CONTEXT_MISSING,
                        path,
                        "The query is not run, because the request asks to use no data of this server (local=false); its result can be given as context.");
            } else if (!found.get().complete()) {
                issues.add(
                        ProblemCode.UNSUITABLE_VALUE,
                        path,
                        "The query finds more than " + StoredRecord.MOST_FOUND
                                + " resources (or than its _count); only the first are used.");
            }
            return found.map(SubjectRecord.Found::searchset);
        } catch (StoredRecord.UnusableQuery e) {
            issues.add(ProblemCode.UNSUPPORTED_MECHANISM, path, "The query is not run: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static List<String> texts(List<Base> values) {
        return values.stream()
                .map(value -> value instanceof Resource resource
                        ? resource.fhirType() + "/" + resource.getIdElement().getIdPart()
                        : value.primitiveValue())
                .filter(Objects::nonNull)
                .toList();
    }
}
