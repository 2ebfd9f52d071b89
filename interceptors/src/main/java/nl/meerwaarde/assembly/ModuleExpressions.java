package nl.meerwaarde.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Property;
import org.jspecify.annotations.Nullable;

/**
 * Expressions of the parts, so that in the larger form they mean what they meant alone. Alone, {@code %resource.item} is the first level of the part's
 * own response; in the form these items may stand in a group, beside items of others, or where they are asked for another part too. So it becomes a
 * variable of the part: its own items, wherever they are, and no others. {@code %linkIdPrefix} becomes the prefix itself.
 */
final class ModuleExpressions {
    private static final String FHIRPATH = "text/fhirpath";

    /** Evaluated on the response as a whole, so that a path may begin with {@code item} there. */
    private static final Set<String> ON_THE_RESPONSE = Set.of(
            Canonicals.CoreExtensions.VARIABLE,
            Canonicals.SdcExtensions.CALCULATED_EXPRESSION,
            Canonicals.SdcExtensions.ENABLE_WHEN_EXPRESSION);

    private final Form form;
    private final List<Problem> problems;
    private final Set<String> taken = new HashSet<>();

    ModuleExpressions(Form form, List<Problem> problems) {
        this.form = form;
        this.problems = problems;
        Stream.concat(
                        form.inclusions().stream().map(i -> i.questionnaire().getExtension()),
                        form.all().map(item -> item.item().getExtension()))
                .flatMap(extensions -> Expansion.variables(extensions).stream())
                .forEach(variable -> taken.add(String.valueOf(variable.getName())));
    }

    /** The extensions of every part as a whole, to be carried over; the expressions on its items are changed where they stand. */
    Map<Inclusion, List<Extension>> rewrite() {
        Map<Inclusion, List<Extension>> ofParts = new LinkedHashMap<>();
        form.inclusions().stream()
                .filter(inclusion -> !inclusion.isOutermost())
                .forEach(inclusion -> ofParts.put(inclusion, new Part(inclusion).rewrite()));
        return ofParts;
    }

    private final class Part {
        private final Inclusion inclusion;
        private final Map<String, String> variables = new HashMap<>();
        private String place = "Questionnaire";

        Part(Inclusion inclusion) {
            this.inclusion = inclusion;
        }

        List<Extension> rewrite() {
            List<Extension> whole = inclusion.questionnaire().getExtension().stream()
                    .filter(Extension::hasUrl)
                    .map(Extension::copy)
                    .collect(Collectors.toCollection(ArrayList::new));
            FormItem container = inclusion.container();
            place = container == null ? "Questionnaire" : container.path();
            whole.forEach(extension -> visit(extension, "", inclusion.prefix()));
            form.all().filter(item -> item.from() == inclusion).forEach(item -> {
                place = item.path();
                visit(item.item(), "", item.prefixInContext());
            });
            variables.forEach((root, name) -> whole.add(0, variable(name, itemsFrom("%" + root))));
            return whole;
        }

        private void visit(Base element, String extension, @Nullable String prefix) {
            String inside = element instanceof Extension e ? String.valueOf(e.getUrl()) : extension;
            if (element instanceof Expression expression && isFhirPath(expression)) {
                expression.setExpression(
                        rewritten(expression.getExpression(), prefix, ON_THE_RESPONSE.contains(extension)));
            }
            for (Property property : element.children()) {
                property.getValues().forEach(value -> visit(value, inside, prefix));
            }
        }

        private static boolean isFhirPath(Expression expression) {
            return expression.hasExpression()
                    && (!expression.hasLanguage() || FHIRPATH.equals(expression.getLanguage()));
        }

        private String rewritten(String text, @Nullable String prefix, boolean onTheResponse) {
            String result = text;
            if (prefix != null) {
                if (ExpressionText.namesLinkIds(text) && !ExpressionText.knowsPrefix(text)) {
                    problems.add(new Problem(
                            ProblemCode.INVALID_MODULE,
                            place,
                            "With the linkIdPrefix '" + prefix + "' an expression of " + inclusion.canonical()
                                    + " would not find its items, because it names linkIds without %linkIdPrefix: "
                                    + text));
                }
                result = ExpressionText.withPrefix(result, prefix);
            }
            result = firstLevel(result, "resource", onTheResponse);
            return firstLevel(result, "questionnaire", false);
        }

        private String firstLevel(String text, String root, boolean alsoAtStart) {
            String name = variables.getOrDefault(root, unused(root));
            String result = ExpressionText.withFirstLevel(text, root, "%" + name, alsoAtStart);
            if (!result.equals(text)) {
                variables.put(root, name);
                taken.add(name);
            }
            return result;
        }

        /** {@code oxfordKneeScoreItems}, with a number behind it where another variable has that name. */
        private String unused(String root) {
            String address = inclusion.canonical().url();
            StringBuilder name = new StringBuilder();
            for (String word : address.substring(address.lastIndexOf('/') + 1).split("[^A-Za-z0-9]+")) {
                name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
            String base = (name.isEmpty() || Character.isDigit(name.charAt(0)) ? "part" + name : name.toString())
                    + (root.equals("resource") ? "Items" : "Questions");
            String candidate = base;
            for (int i = 2; taken.contains(candidate); i++) {
                candidate = base + i;
            }
            return candidate;
        }

        /** FHIRPath of the part's items, level by level on which they stand now. */
        private String itemsFrom(String root) {
            Map<String, List<String>> byLevel = new LinkedHashMap<>();
            inclusion
                    .roots()
                    .forEach(item -> byLevel.computeIfAbsent(
                                    FormItem.level(root, item.parent()), level -> new ArrayList<>())
                            .add(item.linkId()));
            List<String> levels = byLevel.entrySet().stream()
                    .map(level -> level.getKey() + ".where(linkId in " + list(level.getValue()) + ")")
                    .toList();
            return levels.isEmpty()
                    ? "{}"
                    : levels.get(0)
                            + levels.stream()
                                    .skip(1)
                                    .map(level -> ".combine(" + level + ")")
                                    .collect(Collectors.joining());
        }

        /** As one text that ends with a separator, so that no linkId of a score stands there alone: that would mean that the score is needed. */
        private static String list(List<String> linkIds) {
            String separator = Stream.of("|", ",", ";", " ", "\n")
                    .filter(candidate -> linkIds.stream().noneMatch(linkId -> linkId.contains(candidate)))
                    .findFirst()
                    .orElse("\t");
            return ExpressionText.literal(String.join(separator, linkIds) + separator) + ".split("
                    + ExpressionText.literal(separator) + ")";
        }

        private static Extension variable(String name, String text) {
            return new Extension(
                    Canonicals.CoreExtensions.VARIABLE,
                    new Expression().setName(name).setLanguage(FHIRPATH).setExpression(text));
        }
    }
}
