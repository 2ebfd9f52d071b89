package nl.meerwaarde.extraction;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.instrument.QuestionnaireExtensions;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.instance.model.api.IBaseHasExtensions;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Definition-based extraction: a resource is started where an item (or the Questionnaire) says so, and the answers below go into the elements that their
 * items' definitions name, with fixed and computed values beside them.
 *
 * @see <a href="https://hl7.org/fhir/uv/sdc/STU4/extraction.html">SDC, form data extraction</a>
 */
final class DefinitionExtraction {
    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";

    private final FhirContext fhirContext;
    private final ElementWriter writer;
    private final Profiles profiles;
    private final ExtractedIds ids;
    private final ExtractionExpressions expressions;
    private final ExtractedEntries entries;
    private final ExtractionIssues issues;

    DefinitionExtraction(
            FhirContext fhirContext,
            Profiles profiles,
            ExtractedIds ids,
            ExtractionExpressions expressions,
            ExtractedEntries entries,
            ExtractionIssues issues) {
        this.fhirContext = fhirContext;
        this.writer = new ElementWriter(fhirContext);
        this.profiles = profiles;
        this.ids = ids;
        this.expressions = expressions;
        this.entries = entries;
        this.issues = issues;
    }

    /**
     * A resource in the making, as one item sees it.
     *
     * @param canonical of its definition, by which the items below refer to it
     * @param profile the same, where it is not just the resource type
     * @param at where it was started
     * @param extension what the Questionnaire says about its entry, or null
     */
    private record Started(
            String canonical,
            Optional<StructureDefinition> profile,
            AnsweredItem at,
            @Nullable IBaseHasExtensions extension,
            ElementPlaces places) {
        Started inner() {
            return new Started(canonical, profile, at, extension, places.inner());
        }
    }

    void extract(AnsweredItem root) {
        walk(root, List.of());
    }

    private void walk(AnsweredItem at, List<Started> around) {
        if (!at.isRoot() && !at.isAnswered()) {
            return;
        }
        List<Started> startedHere = start(at);
        List<Started> open = Stream.concat(around.stream().map(Started::inner), startedHere.stream())
                .toList();
        putOwn(at, open);
        at.children().forEach(child -> walk(child, open));
        finish(startedHere);
    }

    private List<Started> start(AnsweredItem at) {
        List<Started> startedHere = new ArrayList<>();
        for (Extension extension :
                QuestionnaireExtensions.all(at.definition(), Canonicals.SdcExtensions.DEFINITION_EXTRACT)) {
            Type definition = QuestionnaireExtensions.value(extension, "definition");
            String canonical = definition == null ? "" : String.valueOf(definition.primitiveValue());
            start(canonical, at, extension).ifPresent(startedHere::add);
        }
        Type older = QuestionnaireExtensions.value(at.definition(), Canonicals.SdcExtensions.ITEM_EXTRACTION_CONTEXT);
        if (older instanceof CodeType type) {
            start(CORE + type.getValue(), at, null).ifPresent(startedHere::add);
        } else if (older != null) {
            issues.fault(
                    ProblemCode.UNSUPPORTED_MECHANISM,
                    at.path(),
                    "An itemExtractionContext with a query is not run here; use definitionExtract.");
        }
        return startedHere;
    }

    private Optional<Started> start(String canonical, AnsweredItem at, @Nullable IBaseHasExtensions extension) {
        Optional<StructureDefinition> profile =
                canonical.startsWith(CORE) ? Optional.empty() : profiles.find(canonical);
        String type = profile.map(StructureDefinition::getType)
                .orElse(canonical.startsWith(CORE) ? canonical.substring(CORE.length()) : "");
        if (!fhirContext.getResourceTypes().contains(type)) {
            issues.fault(
                    ProblemCode.INVALID_DEFINITION,
                    at.path(),
                    "There is no resource type or profile " + canonical + " here to extract by.");
            return Optional.empty();
        }
        Resource resource = (Resource) fhirContext.getResourceDefinition(type).newInstance();
        profile.ifPresent(known -> resource.getMeta().addProfile(known.getUrl()));
        return Optional.of(new Started(canonical, profile, at, extension, ElementPlaces.of(writer, resource)));
    }

    /** What the item itself puts: its answers, and the values that come along with them. */
    private void putOwn(AnsweredItem at, List<Started> open) {
        Optional<ElementPath> path =
                at.item().map(QuestionnaireItemComponent::getDefinition).flatMap(ElementPath::of);
        Optional<Started> target = path.flatMap(named -> target(named, open));
        if (path.isEmpty() || target.isEmpty()) {
            putValues(at, open);
        } else if (at.isGroup()) {
            if (target.get().places().start(path.get()).isEmpty()) {
                unknown(path.get(), at);
            }
            putValues(at, open);
        } else {
            putAnswers(at, path.get(), target.get(), open);
        }
    }

    /** The nearest. Definitions may also be there for other purposes, so one that no started resource has is nobody's business. */
    private static Optional<Started> target(ElementPath path, List<Started> open) {
        return open.stream().filter(started -> path.isOf(started.canonical())).reduce((further, nearer) -> nearer);
    }

    /** Several answers go into one element that can repeat, else each into an element of its own with everything that comes along. */
    private void putAnswers(AnsweredItem at, ElementPath path, Started target, List<Started> open) {
        List<QuestionnaireResponseItemAnswerComponent> answers = at.answers();
        boolean together = answers.size() < 2 || repeats(path, target);
        if (together) {
            answers.forEach(answer -> put(at, path, target.places(), answer.getValue()));
            putValues(at, open);
            return;
        }
        for (QuestionnaireResponseItemAnswerComponent answer : answers) {
            Started own = target.inner();
            put(at, path, own.places(), answer.getValue());
            putValues(
                    at,
                    open.stream()
                            .map(started -> started == target ? own : started)
                            .toList());
        }
    }

    /** Tried on a scratch, so that nothing is made for it. */
    private boolean repeats(ElementPath path, Started target) {
        Resource scratch = (Resource)
                fhirContext.getResourceDefinition(target.places().resource()).newInstance();
        return ElementPlaces.of(writer, scratch)
                .at(path, path.length() - 1)
                .filter(parent -> writer.repeats(parent, path.last().name()))
                .isPresent();
    }

    private void putValues(AnsweredItem at, List<Started> open) {
        for (Extension extension :
                QuestionnaireExtensions.all(at.definition(), Canonicals.SdcExtensions.DEFINITION_EXTRACT_VALUE)) {
            Type definition = QuestionnaireExtensions.value(extension, "definition");
            Optional<ElementPath> path = ElementPath.of(definition == null ? null : definition.primitiveValue());
            Optional<Started> target = path.flatMap(named -> target(named, open));
            if (path.isEmpty() || target.isEmpty()) {
                issues.fault(
                        ProblemCode.INVALID_DEFINITION,
                        at.path(),
                        "A definitionExtractValue needs a definition, and a definitionExtract of the same here or around.");
            } else {
                values(extension, at)
                        .forEach(value -> put(at, path.get(), target.get().places(), value));
            }
        }
    }

    private List<Base> values(Extension extension, AnsweredItem at) {
        Type fixed = QuestionnaireExtensions.value(extension, "fixed-value");
        return fixed != null
                ? List.of(fixed)
                : expressions
                        .text(QuestionnaireExtensions.value(extension, "expression"), at.path())
                        .map(text -> expressions.evaluate(text, at.part(), at.scope(), at.path()))
                        .orElse(List.of());
    }

    private void put(AnsweredItem at, ElementPath path, ElementPlaces places, Base value) {
        String name = path.last().name();
        Optional<Base> parent = places.at(path, path.length() - 1);
        if (parent.isEmpty() || !isElement(parent.get(), name)) {
            unknown(path, at);
        } else if (!writer.repeats(parent.get(), name)
                && writer.all(parent.get(), name).findAny().isPresent()) {
            issues.leftOut(
                    ProblemCode.UNSUITABLE_VALUE,
                    at.path(),
                    "Element " + path.id(path.length()) + " of " + path.canonical()
                            + " may occur once and has a value already; items that belong to one element stand in a group of it.");
        } else if (!putCounted(at, parent.get(), name, value) && !writer.set(parent.get(), name, value)) {
            issues.leftOut(
                    ProblemCode.UNSUITABLE_VALUE,
                    at.path(),
                    "A value of type " + value.fhirType() + " does not fit element " + path.id(path.length()) + " of "
                            + path.canonical() + ".");
        }
    }

    private boolean isElement(Base parent, String name) {
        return writer.exists(parent, name) || parent instanceof Resource && name.equals("id");
    }

    /** A number whose item names a unit is a quantity, where the element can be one. */
    private boolean putCounted(AnsweredItem at, Base parent, String name, Base value) {
        return at.item().flatMap(QuestionnaireExtensions::unit).stream()
                .flatMap(unit ->
                        value instanceof Type answer ? ObservedAnswer.quantity(answer, unit).stream() : Stream.empty())
                .anyMatch(quantity -> writer.set(parent, name, quantity));
    }

    private void unknown(ElementPath path, AnsweredItem at) {
        issues.fault(
                ProblemCode.INVALID_DEFINITION,
                at.path(),
                "There is no element " + path.id(path.length()) + " in " + path.canonical()
                        + " that an answer can go into.");
    }

    private void finish(List<Started> startedHere) {
        Map<String, Integer> occurrences = new HashMap<>();
        for (Started started : startedHere) {
            started.profile().ifPresent(profile -> ProfileValues.add(writer, profile, started.places()));
            int occurrence = occurrences.merge(started.canonical(), 1, Integer::sum) - 1;
            entries.add(
                    started.places().resource(),
                    ids.address(started.at().path() + "#" + started.canonical()
                            + (occurrence == 0 ? "" : "[" + occurrence + "]")),
                    new EntryDetails(expressions, started.at(), started.extension()));
        }
    }
}
