package nl.meerwaarde.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.meerwaarde.assembly.Assembly.Note;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;

/**
 * Whole Questionnaires that come in more than once. Under one linkIdPrefix (or none) they are asked once, at the first place where everybody is asked
 * them: the scores are the same, whoever brought them. Under different prefixes the form asks them on purpose for different things, such as two contact
 * persons, and they stay.
 */
final class InstrumentSharing {
    private final Form form;
    private final List<Problem> problems;
    private final List<Note> notes;

    InstrumentSharing(Form form, List<Problem> problems, List<Note> notes) {
        this.form = form;
        this.problems = problems;
        this.notes = notes;
    }

    void share() {
        Map<String, List<Inclusion>> byUrl = new LinkedHashMap<>();
        form.inclusions()
                .forEach(
                        inclusion -> byUrl.computeIfAbsent(inclusion.canonical().url(), url -> new ArrayList<>())
                                .add(inclusion));
        byUrl.values().forEach(this::checkVersions);
        byUrl.values().forEach(this::share);
    }

    private void checkVersions(List<Inclusion> same) {
        List<String> versions =
                same.stream().map(i -> i.canonical().toString()).distinct().toList();
        if (versions.size() > 1) {
            problems.add(new Problem(
                    ProblemCode.INVALID_MODULE,
                    "Questionnaire",
                    "One form cannot hold two versions of a Questionnaire: "
                            + String.join(
                                    "; ", same.stream().map(Inclusion::way).toList()) + "."));
        }
    }

    private void share(List<Inclusion> same) {
        for (Inclusion kept : same) {
            if (!isStillThere(kept) || !isAskedOfAll(kept)) {
                continue;
            }
            same.stream()
                    .filter(other -> other != kept && isStillThere(other))
                    .filter(other ->
                            other.container() == null || !other.container().isRepeated())
                    .filter(other -> Objects.equals(other.prefix(), kept.prefix()))
                    .filter(other -> other.canonical().equals(kept.canonical()))
                    .toList()
                    .forEach(other -> drop(other, kept));
        }
    }

    private boolean isStillThere(Inclusion inclusion) {
        return form.inclusions().contains(inclusion);
    }

    private static boolean isAskedOfAll(Inclusion inclusion) {
        return inclusion.container() == null || inclusion.container().isAskedOfAll();
    }

    /** What came in through the dropped one came in through the kept one too. */
    private void drop(Inclusion dropped, Inclusion kept) {
        notes.add(new Note(
                new Problem(
                        ProblemCode.SHARED_QUESTION,
                        "Questionnaire",
                        kept.canonical() + " is asked once: as " + kept.way() + ", and so for " + dropped.way() + "."),
                IssueSeverity.INFORMATION));
        dropped.roots().stream()
                .filter(root -> root.from().isWithin(dropped))
                .toList()
                .forEach(root ->
                        twin(root, kept).ifPresentOrElse(twin -> form.replace(root, twin), () -> form.remove(root)));
        form.inclusions().removeIf(inclusion -> inclusion.isWithin(dropped));
    }

    private static Optional<FormItem> twin(FormItem root, Inclusion kept) {
        return kept.roots().stream()
                .filter(candidate -> candidate.linkId().equals(root.linkId()))
                .findFirst();
    }
}
