package nl.meerwaarde.tests.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.FhirAssert;
import nl.meerwaarde.tests.support.Reply;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/** What an extraction gave, as it travelled. */
record Extracted(JsonNode transaction, List<OperationOutcomeIssueComponent> issues) {
    static Extracted of(Reply reply) {
        FhirAssert.assertThat(reply).hasStatus(200);
        JsonNode transaction = ExtractCase.JSON.createObjectNode();
        List<OperationOutcomeIssueComponent> issues = new ArrayList<>();
        for (JsonNode parameter : read(reply.text()).path("parameter")) {
            if (parameter.path("name").asText().equals("return")) {
                transaction = parameter.path("resource");
            } else {
                issues.addAll(Fhir.CONTEXT
                        .newJsonParser()
                        .parseResource(
                                OperationOutcome.class,
                                parameter.path("resource").toString())
                        .getIssue());
            }
        }
        return new Extracted(transaction, issues);
    }

    private static JsonNode read(String json) {
        try {
            return ExtractCase.JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> entries() {
        List<JsonNode> entries = new ArrayList<>();
        transaction.path("entry").forEach(entry -> entries.add(plain(entry)));
        return entries;
    }

    Bundle bundle() {
        return Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, transaction.toString());
    }

    /** Numbers by value: 71.5 is 71.50. */
    static JsonNode plain(JsonNode node) {
        JsonNode copy = node.deepCopy();
        strip(copy);
        return copy;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(property -> {
                if (property.getValue().isNumber()) {
                    property.setValue(DecimalNode.valueOf(
                            property.getValue().decimalValue().stripTrailingZeros()));
                }
            });
        }
        node.forEach(Extracted::strip);
    }
}
