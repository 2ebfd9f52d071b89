package nl.meerwaarde.assembly;

import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.fhir.CanonicalReference;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/** One place where a Questionnaire is put into a form; the modular Questionnaire itself is the outermost. Working memory of one assembly. */
final class Inclusion {
    private final CanonicalReference canonical;
    private final Questionnaire questionnaire;
    private final @Nullable Inclusion around;
    private final @Nullable FormItem container;
    private final @Nullable String prefix;
    private final List<FormItem> roots = new ArrayList<>();

    /**
     * @param canonical address and version of the Questionnaire
     * @param around the Questionnaire that names this one; null for the outermost
     * @param container the item it is put into; null for the first level of the form
     * @param prefix what its linkIds begin with in the form; null when no prefix is in context
     */
    Inclusion(
            CanonicalReference canonical,
            Questionnaire questionnaire,
            @Nullable Inclusion around,
            @Nullable FormItem container,
            @Nullable String prefix) {
        this.canonical = canonical;
        this.questionnaire = questionnaire;
        this.around = around;
        this.container = container;
        this.prefix = prefix;
    }

    CanonicalReference canonical() {
        return canonical;
    }

    /** As it is stored, in the language of the form; not to be changed. */
    Questionnaire questionnaire() {
        return questionnaire;
    }

    @Nullable
    Inclusion around() {
        return around;
    }

    @Nullable
    FormItem container() {
        return container;
    }

    @Nullable
    String prefix() {
        return prefix;
    }

    boolean isOutermost() {
        return around == null;
    }

    /** The items that its first level became, wherever they stand now: what two parts share stands in one place only. */
    List<FormItem> roots() {
        return roots;
    }

    /** How it came in: {@code A|1 → B|2}. */
    String way() {
        return around == null ? canonical.toString() : around.way() + " → " + canonical;
    }

    boolean isInside(String url) {
        return canonical.url().equals(url) || around != null && around.isInside(url);
    }

    /** Whether this is the other one, or came in through it. */
    boolean isWithin(Inclusion other) {
        return this == other || around != null && around.isWithin(other);
    }

    /** A linkId of this Questionnaire as it is in the form. */
    String linkId(String own) {
        return prefix == null ? own : prefix + own;
    }
}
