package nl.meerwaarde.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.wording.TranslatedQuestionnaire;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Puts the parts of a modular Questionnaire in their places, and the parts of these, and gives linkIds their prefixes. */
final class Expansion {
    private static final String PREFIX = "linkIdPrefix";

    /** Far more than anybody answers; parts that hold parts ten times over would otherwise grow without end. */
    private static final int MOST_ITEMS = 5_000;

    private final Modules modules;
    private final List<Problem> problems;
    private final List<Inclusion> inclusions = new ArrayList<>();
    private int placed;

    Expansion(Modules modules, List<Problem> problems) {
        this.modules = modules;
        this.problems = problems;
    }

    /** The whole form, with everything in it that its parts bring. */
    Form expand(Questionnaire modular) {
        Inclusion outermost = new Inclusion(
                new CanonicalReference(modular.getUrl(), modular.getVersion()), modular, null, null, null);
        inclusions.add(outermost);
        Context context = new Context(prefix(modular, null, "Questionnaire"), names(modular, Set.of()));
        List<FormItem> items = items(modular.getItem(), outermost, null, context);
        outermost.roots().addAll(items);
        return new Form(items, inclusions);
    }

    /**
     * What a part finds where it is put in.
     *
     * @param prefix the value of {@code %linkIdPrefix}, or null
     * @param names of variables and launch contexts
     */
    private record Context(@Nullable String prefix, Set<String> names) {}

    private List<FormItem> items(
            List<QuestionnaireItemComponent> items, Inclusion from, @Nullable FormItem parent, Context context) {
        List<FormItem> placed = new ArrayList<>();
        for (QuestionnaireItemComponent item : items) {
            if (item.hasExtension(Canonicals.SdcExtensions.SUB_QUESTIONNAIRE)) {
                placed.addAll(part(item, from, parent, context));
            } else {
                placed.add(item(item, from, parent, context));
            }
        }
        return placed;
    }

    private FormItem item(
            QuestionnaireItemComponent original, Inclusion from, @Nullable FormItem parent, Context context) {
        placed++;
        if (placed == MOST_ITEMS) {
            invalid(where(from, original), "with its parts the form has more than " + MOST_ITEMS + " items");
        }
        QuestionnaireItemComponent copy = original.copy();
        copy.setItem(null);
        copy.setLinkId(from.linkId(original.getLinkId()));
        copy.getEnableWhen().forEach(condition -> condition.setQuestion(from.linkId(condition.getQuestion())));
        if (copy.hasAnswerValueSet()) {
            copy.setAnswerValueSet(ContainedResources.reference(from, copy.getAnswerValueSet()));
        }
        prefixLinkId(copy, Canonicals.Extensions.STANDARD_ERROR_OF, from);
        prefixLinkId(copy, Canonicals.Extensions.ASKED_AS, from);
        Context below = new Context(
                prefix(original, context.prefix(), where(from, original)), names(original, context.names()));
        FormItem item = new FormItem(copy, from, parent, context.prefix());
        item.children().addAll(items(original.getItem(), from, item, below));
        return item;
    }

    private static void prefixLinkId(Element item, String url, Inclusion from) {
        item.getExtensionsByUrl(url).stream()
                .filter(extension -> extension.getValue() instanceof StringType linkId && linkId.hasValue())
                .forEach(extension -> extension.setValue(
                        new StringType(from.linkId(extension.getValue().primitiveValue()))));
    }

    /** What stands in the place of a display item that names a Questionnaire; nothing, when that cannot be put there. */
    private List<FormItem> part(
            QuestionnaireItemComponent place, Inclusion from, @Nullable FormItem parent, Context around) {
        String where = where(from, place);
        Context context = new Context(prefix(place, around.prefix(), where), names(place, around.names()));
        if (placed > MOST_ITEMS) {
            return List.of();
        }
        int before = problems.size();
        checkPlace(place, where);
        Optional<CanonicalReference> named = named(place, from, where);
        Optional<Questionnaire> found =
                named.flatMap(canonical -> find(canonical, where)).map(this::inLanguageOfForm);
        found.ifPresent(questionnaire ->
                PartRules.check(questionnaire, inclusions.get(0).questionnaire(), context.names(), where, problems));
        if (found.isEmpty() || problems.size() > before) {
            return List.of();
        }
        Questionnaire questionnaire = found.get();
        Inclusion inclusion = new Inclusion(
                named.orElseThrow().at(questionnaire.getVersion()), questionnaire, from, parent, context.prefix());
        inclusions.add(inclusion);
        Context inside = new Context(
                prefix(questionnaire, context.prefix(), inclusion.canonical().toString()),
                names(questionnaire, context.names()));
        List<FormItem> items = items(questionnaire.getItem(), inclusion, parent, inside);
        inclusion.roots().addAll(items);
        return items;
    }

    /** The display item goes, so what it says besides the part's address would be lost. */
    private void checkPlace(QuestionnaireItemComponent place, String where) {
        if (place.getType() != QuestionnaireItemType.DISPLAY) {
            invalid(where, "only a display item can stand for another Questionnaire");
        }
        if (place.hasEnableWhen() || place.hasExtension(Canonicals.SdcExtensions.ENABLE_WHEN_EXPRESSION)) {
            invalid(
                    where,
                    "an item that stands for another Questionnaire goes, and its condition with it; put it into a group that has the condition");
        }
    }

    private Optional<CanonicalReference> named(QuestionnaireItemComponent place, Inclusion from, String where) {
        List<Extension> parts = place.getExtensionsByUrl(Canonicals.SdcExtensions.SUB_QUESTIONNAIRE);
        Type value = parts.get(0).getValue();
        if (parts.size() > 1 || value == null || !value.hasPrimitiveValue()) {
            invalid(where, "the Questionnaire it stands for must be one canonical address");
            return Optional.empty();
        }
        CanonicalReference canonical = CanonicalReference.parse(value.primitiveValue());
        if (from.isInside(canonical.url())) {
            problems.add(new Problem(
                    ProblemCode.MODULE_CYCLE,
                    where,
                    "A Questionnaire cannot be part of itself: " + from.way() + " → " + canonical + "."));
            return Optional.empty();
        }
        return Optional.of(canonical);
    }

    private Optional<Questionnaire> find(CanonicalReference canonical, String where) {
        Optional<Questionnaire> found = modules.find(canonical);
        if (found.isEmpty()) {
            problems.add(modules.missing(canonical, where));
        }
        return found;
    }

    /** A part with translations of all its texts speaks the form's language; another one stays as it is. */
    private Questionnaire inLanguageOfForm(Questionnaire part) {
        String language = inclusions.get(0).questionnaire().getLanguage();
        return language == null || language.equals(part.getLanguage())
                ? part
                : TranslatedQuestionnaire.of(part, language).orElse(part);
    }

    /** The prefix below an element: its own, or the one around it. */
    private @Nullable String prefix(Element element, @Nullable String around, String where) {
        return prefix(element.getExtension(), around, where);
    }

    private @Nullable String prefix(Questionnaire questionnaire, @Nullable String around, String where) {
        return prefix(questionnaire.getExtension(), around, where);
    }

    private @Nullable String prefix(List<Extension> extensions, @Nullable String around, String where) {
        String prefix = around;
        for (Expression variable : variables(extensions)) {
            if (PREFIX.equals(variable.getName())) {
                prefix = variable.hasExpression() ? ExpressionText.constant(variable.getExpression(), around) : null;
                if (prefix == null) {
                    invalid(
                            where,
                            "a linkIdPrefix must be made of texts and the %linkIdPrefix around it, not "
                                    + variable.getExpression());
                }
            }
        }
        return prefix;
    }

    private static Set<String> names(Element element, Set<String> around) {
        return names(element.getExtension(), around);
    }

    private static Set<String> names(Questionnaire questionnaire, Set<String> around) {
        return names(questionnaire.getExtension(), around);
    }

    private static Set<String> names(List<Extension> extensions, Set<String> around) {
        Set<String> names = new HashSet<>(around);
        variables(extensions).forEach(variable -> names.add(variable.getName()));
        extensions.stream()
                .filter(extension -> Canonicals.SdcExtensions.LAUNCH_CONTEXT.equals(extension.getUrl()))
                .map(extension -> ExtensionLookup.value(extension.getExtension(), "name"))
                .flatMap(Optional::stream)
                .filter(Coding.class::isInstance)
                .forEach(name -> names.add(((Coding) name).getCode()));
        return names;
    }

    static List<Expression> variables(List<Extension> extensions) {
        return extensions.stream()
                .filter(extension -> Canonicals.CoreExtensions.VARIABLE.equals(extension.getUrl()))
                .map(Extension::getValue)
                .filter(Expression.class::isInstance)
                .map(Expression.class::cast)
                .toList();
    }

    private static String where(Inclusion from, QuestionnaireItemComponent item) {
        String path = "Questionnaire.descendants().where(linkId='" + item.getLinkId() + "')";
        return from.isOutermost() ? path : from.canonical() + "#" + item.getLinkId();
    }

    private void invalid(String where, String sentence) {
        problems.add(new Problem(ProblemCode.INVALID_MODULE, where, "At " + where + ": " + sentence + "."));
    }
}
