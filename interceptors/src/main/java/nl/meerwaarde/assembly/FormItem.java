package nl.meerwaarde.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.jspecify.annotations.Nullable;

/** An item of the form that is being assembled, and which Questionnaire brought it. Working memory of one assembly. */
final class FormItem {
    private final QuestionnaireItemComponent item;
    private final Inclusion from;
    private final @Nullable FormItem parent;
    private final @Nullable String prefixInContext;
    private final List<FormItem> children = new ArrayList<>();

    /**
     * @param item a copy of its own, without the items below it, its linkId as in the form
     * @param prefixInContext the value of {@code %linkIdPrefix} where its expressions stand; null when there is none
     */
    FormItem(
            QuestionnaireItemComponent item,
            Inclusion from,
            @Nullable FormItem parent,
            @Nullable String prefixInContext) {
        this.item = item;
        this.from = from;
        this.parent = parent;
        this.prefixInContext = prefixInContext;
    }

    QuestionnaireItemComponent item() {
        return item;
    }

    String linkId() {
        return String.valueOf(item.getLinkId());
    }

    Inclusion from() {
        return from;
    }

    @Nullable
    FormItem parent() {
        return parent;
    }

    @Nullable
    String prefixInContext() {
        return prefixInContext;
    }

    List<FormItem> children() {
        return children;
    }

    Stream<FormItem> withDescendants() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(FormItem::withDescendants));
    }

    boolean isQuestion() {
        return item.getType() != QuestionnaireItemType.GROUP && item.getType() != QuestionnaireItemType.DISPLAY;
    }

    /** Whether the server computes it. */
    boolean isCalculated() {
        return item.hasExtension(Canonicals.SdcExtensions.CALCULATED_EXPRESSION)
                || item.hasExtension(Canonicals.Extensions.ITEM_RESPONSE_SCORE)
                || item.hasExtension(Canonicals.Extensions.ASKED_AS);
    }

    /** Whether everybody is asked it, once: neither it nor anything around it has a condition, and no group around it repeats. */
    boolean isAskedOfAll() {
        return !item.hasEnableWhen()
                && !item.hasExtension(Canonicals.SdcExtensions.ENABLE_WHEN_EXPRESSION)
                && !isRepeated()
                && (parent == null || parent.isAskedOfAll());
    }

    /** Whether it, or a group around it, may occur several times. */
    boolean isRepeated() {
        return !isQuestion() && item.getRepeats() || parent != null && parent.isRepeated();
    }

    /** FHIRPath of the level it stands on, from {@code %resource} or {@code %questionnaire}. */
    static String level(String root, @Nullable FormItem parent) {
        if (parent == null) {
            return root + ".item";
        }
        boolean below = parent.isQuestion() && root.equals("%resource");
        return level(root, parent.parent()) + ".where(linkId = " + ExpressionText.literal(parent.linkId()) + ")"
                + (below ? ".answer.item" : ".item");
    }

    /** Where to find it in the assembled form. */
    String path() {
        return "Questionnaire.descendants().where(linkId='" + linkId() + "')";
    }

    /** The item with everything below it. */
    QuestionnaireItemComponent assembled() {
        item.setItem(null);
        children.forEach(child -> item.addItem(child.assembled()));
        return item;
    }
}
