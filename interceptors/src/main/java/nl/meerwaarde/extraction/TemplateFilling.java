package nl.meerwaarde.extraction;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.Conversion;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Fills a template in: an element with a context stands once per result of it, one with a value holds the results in its place, and one for which nothing
 * comes out is gone.
 */
final class TemplateFilling {
    private final FhirContext fhirContext;
    private final ExtractionExpressions expressions;
    private final ExtractionIssues issues;

    TemplateFilling(FhirContext fhirContext, ExtractionExpressions expressions, ExtractionIssues issues) {
        this.fhirContext = fhirContext;
        this.expressions = expressions;
        this.issues = issues;
    }

    /**
     * What expressions at one place of a template start from.
     *
     * @param path the item that the template is filled in for
     */
    private record Focus(Base on, ExtractionScope scope, String path) {}

    /** Fills in a copy of a template for an item, or for the whole response. */
    void fill(Resource template, AnsweredItem at) {
        fill(template, new Focus(at.part(), at.scope(), at.path()));
    }

    private void fill(Base element, Focus focus) {
        if (!(fhirContext.getElementDefinition(element.getClass())
                instanceof BaseRuntimeElementCompositeDefinition<?> type)) {
            return;
        }
        for (BaseRuntimeChildDefinition child : type.getChildrenAndExtension()) {
            List<IBase> before = List.copyOf(child.getAccessor().getValues(element));
            List<IBase> after = new ArrayList<>();
            before.forEach(value -> after.addAll(filled(value, child, focus)));
            if (!after.equals(before)) {
                child.getMutator().setValue(element, null);
                after.forEach(value -> child.getMutator().addValue(element, value));
            }
        }
    }

    private static @Nullable Extension first(Element element, String url) {
        return ExtensionLookup.first(element.getExtension(), url).orElse(null);
    }

    private List<IBase> filled(IBase value, BaseRuntimeChildDefinition child, Focus focus) {
        if (!(value instanceof Element element)) {
            fill((Base) value, focus);
            return List.of(value);
        }
        Extension context = first(element, Canonicals.SdcExtensions.TEMPLATE_EXTRACT_CONTEXT);
        Extension replacement = first(element, Canonicals.SdcExtensions.TEMPLATE_EXTRACT_VALUE);
        if (context == null && replacement == null) {
            fill(element, focus);
            return List.of(element);
        }
        element.getExtension().removeIf(extension -> extension == context || extension == replacement);
        List<IBase> results = new ArrayList<>();
        for (Focus on : context == null ? List.of(focus) : foci(context, focus)) {
            results.addAll(replacement == null ? copy(element, on) : replaced(element, replacement, on));
        }
        if (results.size() > 1 && child.getMax() == 1) {
            issues.leftOut(
                    ProblemCode.UNSUITABLE_VALUE,
                    focus.path(),
                    "Element " + child.getElementName() + " of the template may occur once, and there are "
                            + results.size() + " values for it.");
            return List.of();
        }
        return results;
    }

    private List<IBase> copy(Element element, Focus focus) {
        Element copy = (Element) element.copy();
        fill(copy, focus);
        return List.of(copy);
    }

    /** One per result; a context that has a name can be called by it below. */
    private List<Focus> foci(Extension context, Focus focus) {
        List<Focus> foci = new ArrayList<>();
        for (Base result : results(context, focus)) {
            ExtractionScope scope = focus.scope().inner();
            if (context.getValue() instanceof Expression expression && expression.hasName()) {
                scope.define(expression.getName(), result);
            }
            foci.add(new Focus(result, scope, focus.path()));
        }
        return foci;
    }

    private List<Base> results(Extension extension, Focus focus) {
        return expressions
                .text(extension.getValue(), focus.path())
                .map(text -> expressions.evaluate(text, focus.on(), focus.scope(), focus.path()))
                .orElse(List.of());
    }

    private List<IBase> replaced(Element element, Extension replacement, Focus focus) {
        List<IBase> values = new ArrayList<>();
        for (Base result : results(replacement, focus)) {
            Optional<IBase> fitting = fitting((Element) element.copy(), result);
            fitting.ifPresent(values::add);
            if (fitting.isEmpty()) {
                issues.leftOut(
                        ProblemCode.UNSUITABLE_VALUE,
                        focus.path(),
                        "A value of type " + result.fhirType() + " does not fit an element of type "
                                + element.fhirType() + " of the template.");
            }
        }
        return values;
    }

    /** A primitive keeps what else the template says about it; anything else is replaced as a whole. */
    private static Optional<IBase> fitting(Element element, Base result) {
        return Conversion.to(element.fhirType(), result)
                .flatMap(converted -> element.isPrimitive()
                        ? ElementWriter.as(element, converted)
                        : element.getClass().isInstance(converted)
                                ? Optional.of(converted)
                                : ElementWriter.as(element, converted));
    }
}
