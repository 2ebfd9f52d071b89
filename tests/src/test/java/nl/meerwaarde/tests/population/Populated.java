package nl.meerwaarde.tests.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.meerwaarde.tests.support.Reply;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;

/** What a population gave. */
record Populated(QuestionnaireResponse response, List<OperationOutcomeIssueComponent> issues) {
    static Populated of(Reply reply) {
        Parameters parameters = reply.stored(Parameters.class);
        return new Populated(
                (QuestionnaireResponse) part(parameters, "response").orElseThrow(),
                part(parameters, "issues")
                        .map(outcome -> ((OperationOutcome) outcome).getIssue())
                        .orElse(List.of()));
    }

    private static Optional<Resource> part(Parameters parameters, String name) {
        return parameters.getParameter().stream()
                .filter(parameter -> name.equals(parameter.getName()))
                .map(ParametersParameterComponent::getResource)
                .findFirst();
    }

    /** The issues as text, for whoever reads a failed test. */
    String said() {
        return issues.stream()
                .map(issue -> issue.getDetails().getCodingFirstRep().getCode() + " " + issue.getExpression() + " "
                        + issue.getDiagnostics())
                .collect(Collectors.joining("\n"));
    }

    /** The answers by linkId, of all occurrences of an item together; items without are left out. */
    Map<String, List<String>> answers() {
        Map<String, List<String>> answers = new TreeMap<>();
        collect(response.getItem(), answers);
        return answers;
    }

    private static void collect(List<QuestionnaireResponseItemComponent> items, Map<String, List<String>> answers) {
        for (QuestionnaireResponseItemComponent item : items) {
            item.getAnswer().forEach(answer -> {
                answers.computeIfAbsent(item.getLinkId(), linkId -> new ArrayList<>())
                        .add(text(answer.getValue()));
                collect(answer.getItem(), answers);
            });
            collect(item.getItem(), answers);
        }
    }

    private static String text(Type value) {
        if (value instanceof Coding coding) {
            return coding.getSystem() + "|" + coding.getCode();
        }
        if (value instanceof Quantity quantity) {
            return quantity.getValue().toPlainString() + " " + quantity.getCode();
        }
        return value instanceof Reference reference ? reference.getReference() : value.primitiveValue();
    }
}
