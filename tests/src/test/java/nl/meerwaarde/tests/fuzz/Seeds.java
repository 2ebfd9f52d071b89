package nl.meerwaarde.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.ShippedGuide;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/** Requests that are right: resources as the server has them, operations with every parameter. */
final class Seeds {
    private static final List<String> TYPES = List.of(
            "Patient",
            "QuestionnaireResponse",
            "Questionnaire",
            "Observation",
            "ObservationDefinition",
            "CarePlan",
            "CareTeam",
            "Goal",
            "Procedure",
            "Condition",
            "Encounter",
            "Task",
            "Measure",
            "MeasureReport",
            "PlanDefinition",
            "Library",
            "CodeSystem",
            "Organization",
            "Practitioner",
            "RelatedPerson",
            "Consent",
            "Communication",
            "Flag",
            "RiskAssessment",
            "Subscription",
            "AuditEvent",
            "Bundle",
            "Parameters",
            "Binary",
            "Basic",
            "SearchParameter",
            "StructureDefinition",
            "Unknown",
            "patient");
    private static final List<String> PATCHES = List.of(
            "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"completed\"}]",
            "[{\"op\":\"add\",\"path\":\"/item/0/answer/-\",\"value\":{\"valueInteger\":1}},{\"op\":\"test\",\"path\":\"/id\",\"value\":\"x\"}]",
            "[{\"op\":\"move\",\"from\":\"/item\",\"path\":\"/item/0\"}]",
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":[{\"name\":\"type\",\"valueCode\":\"replace\"},{\"name\":\"path\",\"valueString\":\"QuestionnaireResponse.status\"},{\"name\":\"value\",\"valueCode\":\"amended\"}]}]}");

    /**
     * @param path where it is or would be put
     * @param postedTo where it is posted: empty, or a path with a slash in front
     */
    record Seed(String json, String path, String postedTo) {}

    private final List<Seed> all = new ArrayList<>();
    private final List<String> operations;
    private final List<String> canonicals = new ArrayList<>();

    /** Of what a server has. */
    Seeds(Fhir fhir) {
        List<Resource> stored =
                TYPES.stream().limit(26).flatMap(type -> some(fhir, type)).toList();
        stored.forEach(this::add);
        Bundle batch = new Bundle().setType(BundleType.TRANSACTION);
        stored.stream()
                .filter(resource -> !(resource instanceof MetadataResource))
                .limit(6)
                .forEach(resource -> batch.addEntry()
                        .setResource(resource)
                        .setFullUrl(fhir.base() + "/" + path(resource))
                        .getRequest()
                        .setMethod(HTTPVerb.PUT)
                        .setUrl(path(resource)));
        String transaction = Fhir.json(batch);
        all.add(new Seed(transaction, "Bundle/fuzz", ""));
        all.add(new Seed(transaction.replace("\"transaction\"", "\"batch\""), "Bundle/fuzz", ""));
        List<OperationDefinition> definitions = ShippedGuide.operations();
        operations = definitions.stream()
                .map(operation -> "$" + operation.getCode())
                .distinct()
                .toList();
        definitions.forEach(this::add);
    }

    private static Stream<Resource> some(Fhir fhir, String type) {
        return fhir.get(type + "?_count=3").body(Bundle.class).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .map(Resource.class::cast)
                .filter(resource -> Fhir.json(resource).length() < 60_000);
    }

    private void add(Resource resource) {
        all.add(new Seed(Fhir.json(resource), path(resource), "/" + resource.fhirType()));
        if (resource instanceof MetadataResource definition && definition.hasUrl()) {
            canonicals.add(definition.getUrl() + (definition.hasVersion() ? "|" + definition.getVersion() : ""));
        }
    }

    private void add(OperationDefinition operation) {
        Parameters parameters = new Parameters();
        operation.getParameter().stream()
                .filter(parameter -> parameter.getUse() == OperationDefinition.OperationParameterUse.IN)
                .forEach(parameter -> parameters.addParameter(parameter.getName(), new StringType("2024")));
        String type = operation.getResource().isEmpty()
                ? ""
                : "/" + operation.getResource().get(0).getCode();
        all.add(new Seed(Fhir.json(parameters), "Parameters/fuzz", type + "/$" + operation.getCode()));
    }

    private static String path(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    Seed any(Draw draw) {
        return draw.of(all);
    }

    String anyPath(Draw draw) {
        return draw.of(all).path();
    }

    String anyType(Draw draw) {
        return draw.of(TYPES);
    }

    String anyOperation(Draw draw) {
        return draw.of(operations);
    }

    String anyCanonical(Draw draw) {
        return draw.of(canonicals);
    }

    String anyPatch(Draw draw) {
        return draw.of(PATCHES);
    }
}
