package nl.meerwaarde.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a part as a whole and is needed in the form. SDC names what goes to the form and what to the item that contains the part; everything
 * else stays behind. Besides these, a form is asked per side when one of its parts is.
 *
 * @see <a href="http://hl7.org/fhir/uv/sdc/modular.html">SDC, Modular Forms</a>
 */
final class Propagation {
    private static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";
    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
    private static final Set<String> TO_THE_FORM = Set.of(
            CORE + "cqf-library",
            Canonicals.SdcExtensions.LAUNCH_CONTEXT,
            Canonicals.SdcExtensions.OBSERVATION_EXTRACT,
            SDC + "sdc-questionnaire-observationLinkPeriod",
            Canonicals.Extensions.SIDE_SPECIFIC);
    private static final Set<String> TO_THE_CONTAINER = Set.of(
            CORE + "targetConstraint",
            Canonicals.CoreExtensions.VARIABLE,
            SDC + "sdc-questionnaire-itemPopulationContext",
            SDC + "sdc-questionnaire-itemExtractionContext");
    private static final Set<String> ONCE_PER_ITEM =
            Set.of(SDC + "sdc-questionnaire-itemPopulationContext", SDC + "sdc-questionnaire-itemExtractionContext");

    private final Questionnaire assembled;
    private final List<Problem> problems;

    Propagation(Questionnaire assembled, List<Problem> problems) {
        this.assembled = assembled;
        this.problems = problems;
    }

    /** @param ofParts the extensions of every part as a whole, by part */
    void carryOver(Map<Inclusion, List<Extension>> ofParts) {
        ofParts.forEach((part, extensions) -> extensions.stream()
                .filter(Extension::hasUrl)
                .forEach(extension -> {
                    if (TO_THE_FORM.contains(extension.getUrl())) {
                        addOnce(assembled.getExtension(), extension);
                    } else if (TO_THE_CONTAINER.contains(extension.getUrl())) {
                        addToContainer(part, extension);
                    }
                }));
        ofParts.keySet().forEach(part -> ContainedResources.carryOver(part, assembled, problems));
        ofParts.keySet().stream().map(this::container).forEach(Propagation::orderVariables);
    }

    private List<Extension> container(Inclusion part) {
        FormItem container = part.container();
        return container == null ? assembled.getExtension() : container.item().getExtension();
    }

    private static void addOnce(List<Extension> extensions, Extension added) {
        boolean there = extensions.stream()
                .anyMatch(extension -> added.getUrl().equals(extension.getUrl())
                        && (extension.equalsDeep(added) || identity(extension).equals(identity(added))));
        if (!there) {
            extensions.add(added);
        }
    }

    /** A launch context is known by its name; what else goes to the form is one value. */
    private static String identity(Extension extension) {
        if (ExtensionLookup.value(extension.getExtension(), "name").orElse(null) instanceof Coding coding) {
            return String.valueOf(coding.getCode());
        }
        return extension.hasValue() && extension.getValue().hasPrimitiveValue()
                ? extension.getValue().primitiveValue()
                : extension.getUrl();
    }

    private void addToContainer(Inclusion part, Extension added) {
        List<Extension> extensions = container(part);
        if (extensions.stream().anyMatch(added::equalsDeep)) {
            return;
        }
        Extension clash = extensions.stream()
                .filter(extension -> added.getUrl().equals(extension.getUrl()))
                .filter(extension -> ONCE_PER_ITEM.contains(added.getUrl()) || sameName(extension, added))
                .findFirst()
                .orElse(null);
        if (clash != null) {
            refuse(part, added);
        } else {
            extensions.add(added);
        }
    }

    private static boolean sameName(Extension one, Extension other) {
        String name = name(one);
        return name != null && name.equals(name(other));
    }

    private static @Nullable String name(Extension extension) {
        return extension.getValue() instanceof Expression expression ? expression.getName() : null;
    }

    private void refuse(Inclusion part, Extension extension) {
        String what = name(extension) == null
                ? extension.getUrl().substring(extension.getUrl().lastIndexOf('/') + 1)
                : "variable %" + name(extension);
        problems.add(new Problem(
                ProblemCode.INVALID_MODULE,
                part.container() == null ? "Questionnaire" : part.container().path(),
                "The " + what + " of " + part.canonical()
                        + " is there already with another meaning; put each part into a group of its own."));
    }

    /** A variable stands after those it uses, whoever brought them. */
    private static void orderVariables(List<Extension> extensions) {
        Map<String, Extension> waiting = new LinkedHashMap<>();
        extensions.stream()
                .filter(extension -> Canonicals.CoreExtensions.VARIABLE.equals(extension.getUrl()))
                .filter(extension -> name(extension) != null)
                .forEach(extension -> waiting.put(String.valueOf(name(extension)), extension));
        List<Extension> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String next = waiting.keySet().stream()
                    .filter(name ->
                            needs(waiting.get(name)).stream().noneMatch(n -> !n.equals(name) && waiting.containsKey(n)))
                    .findFirst()
                    .orElseGet(() -> waiting.keySet().iterator().next());
            ordered.add(waiting.remove(next));
        }
        extensions.removeIf(ordered::contains);
        extensions.addAll(ordered);
    }

    private static Set<String> needs(@Nullable Extension variable) {
        return variable != null && variable.getValue() instanceof Expression expression && expression.hasExpression()
                ? ExpressionText.constants(expression.getExpression()).stream()
                        .collect(Collectors.toCollection(HashSet::new))
                : Set.of();
    }
}
