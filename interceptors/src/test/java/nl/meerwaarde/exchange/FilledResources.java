package nl.meerwaarde.exchange;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** Resources with something in every element, and a secret wherever somebody could have written one. */
final class FilledResources {
    static final String SECRET = "geheim";
    private static final int DEPTH = 5;

    private final FhirContext fhirContext;

    FilledResources(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
    }

    /** @param choice which type is taken where there is a choice */
    Resource of(String type, int choice) {
        Resource resource = (Resource) fhirContext.getResourceDefinition(type).newInstance();
        fill(resource, fhirContext.getResourceDefinition(type), choice, 0);
        resource.setId(type + "/" + SECRET);
        return resource;
    }

    private void fill(IBase element, BaseRuntimeElementCompositeDefinition<?> definition, int choice, int depth) {
        definition.getChildren().stream()
                .filter(child -> !child.getElementName().equals("contained")
                        && !child.getElementName().equals("modifierExtension")
                        && !child.getElementName().equals("id"))
                .forEach(child -> fill(element, child, choice, depth));
    }

    private void fill(IBase element, BaseRuntimeChildDefinition child, int choice, int depth) {
        List<String> names = child.getValidChildNames().stream().sorted().toList();
        String name = names.get(choice % names.size());
        BaseRuntimeElementDefinition<?> type = child.getChildByName(name);
        if (type == null || type.getImplementingClass().isInterface() || depth > DEPTH) {
            return;
        }
        IBase value = type.newInstance(child.getInstanceConstructorArguments());
        if (value instanceof Extension extension) {
            extension.setUrl(Canonicals.Extensions.HEALTH_LITERACY).setValue(new StringType(SECRET));
        } else if (value instanceof Reference reference) {
            reference.setReference("Practitioner/" + SECRET).setDisplay(SECRET);
        } else if (value instanceof XhtmlNode narrative) {
            narrative.setValueAsString("<div>" + SECRET + "</div>");
        } else if (value instanceof IPrimitiveType<?> primitive) {
            fill(primitive);
        } else if (type instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
            fill(value, composite, choice, depth + 1);
        }
        if (!value.isEmpty()) {
            child.getMutator().addValue(element, value);
        }
    }

    private static void fill(IPrimitiveType<?> primitive) {
        if (primitive.getClass() == StringType.class || primitive.getClass() == UriType.class) {
            primitive.setValueAsString(SECRET);
            return;
        }
        switch (((Base) primitive).fhirType()) {
            case "markdown", "url", "uuid", "oid", "id" -> primitive.setValueAsString(SECRET);
            case "canonical" -> primitive.setValueAsString("https://definitions.example/one");
            case "boolean" -> primitive.setValueAsString("true");
            case "date", "dateTime" -> primitive.setValueAsString("1950-05-06");
            case "instant" -> primitive.setValueAsString("1950-05-06T12:34:56Z");
            case "integer", "positiveInt", "unsignedInt", "decimal" -> primitive.setValueAsString("7");
            case "base64Binary" -> primitive.setValueAsString("Z2VoZWlt");
            default -> {}
        }
    }
}
