package nl.meerwaarde.assembly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.assembly.Assembly.Note;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;

/**
 * Scores with one code that two different Questionnaires bring. A code is one score and a response has one Observation of it, so the first is stored. The
 * other stays as an item that is filled, or goes where both have one linkId.
 */
final class ScoreSharing {
    private final Form form;
    private final List<Note> notes;

    ScoreSharing(Form form, List<Note> notes) {
        this.form = form;
        this.notes = notes;
    }

    void share() {
        Map<Code, FormItem> stored = new LinkedHashMap<>();
        for (FormItem score : form.all().filter(ScoreSharing::isStored).toList()) {
            code(score).ifPresent(code -> {
                FormItem first = stored.putIfAbsent(code, score);
                if (first != null
                        && !first.from()
                                .canonical()
                                .url()
                                .equals(score.from().canonical().url())) {
                    share(first, score, code);
                }
            });
        }
    }

    private static boolean isStored(FormItem item) {
        return item.isCalculated()
                && ExtensionLookup.flag(item.item().getExtension(), Canonicals.SdcExtensions.OBSERVATION_EXTRACT);
    }

    /** The first code is the score's own; others say what other systems call it. */
    private static Optional<Code> code(FormItem item) {
        return item.item().getCode().stream()
                .map(Code::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void share(FormItem first, FormItem second, Code code) {
        notes.add(new Note(
                new Problem(
                        ProblemCode.SHARED_SCORE,
                        second.path(),
                        "The score " + code.key() + " is stored once, as "
                                + first.from().canonical()
                                + " computes it in '" + first.linkId() + "', not as "
                                + second.from().canonical()
                                + " does in '" + second.linkId() + "'."),
                IssueSeverity.WARNING));
        if (first.linkId().equals(second.linkId()) && second.from().roots().contains(second)) {
            form.replace(second, first);
        } else {
            second.item()
                    .getExtension()
                    .removeIf(extension -> Canonicals.SdcExtensions.OBSERVATION_EXTRACT.equals(extension.getUrl())
                            || Canonicals.Extensions.SCORE_DEFINITION.equals(extension.getUrl()));
        }
    }
}
