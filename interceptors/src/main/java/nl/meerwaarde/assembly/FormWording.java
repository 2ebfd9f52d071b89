package nl.meerwaarde.assembly;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.assembly.Assembly.Note;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StringType;

/**
 * Whose texts a form shows. Patients may be asked with it when they may be asked with each of its parts: it needs the owners' wordings when one part needs
 * one, and has them when every part that needs one has it.
 */
final class FormWording {
    private final List<Inclusion> inclusions;
    private final Questionnaire assembled;
    private final List<Note> notes;

    FormWording(Form form, Questionnaire assembled, List<Note> notes) {
        this.inclusions = form.inclusions();
        this.assembled = assembled;
        this.notes = notes;
    }

    void carryOver() {
        assembled
                .getExtension()
                .removeIf(extension -> Canonicals.Extensions.WORDING.equals(extension.getUrl())
                        || Canonicals.Extensions.WORDING_REQUIRED.equals(extension.getUrl()));
        if (inclusions.stream().anyMatch(FormWording::needsWording)) {
            assembled.addExtension(Canonicals.Extensions.WORDING_REQUIRED, new BooleanType(true));
        }
        List<String> missing = inclusions.stream()
                .filter(inclusion ->
                        needsWording(inclusion) && wording(inclusion).isEmpty())
                .map(inclusion -> inclusion.canonical().toString())
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            wordings().ifPresent(assembled::addExtension);
        } else {
            noteMissing(missing);
        }
    }

    /** Licences and versions of all parts, in the order of the form; as new as the newest. */
    private Optional<Extension> wordings() {
        List<Extension> wordings = inclusions.stream()
                .map(FormWording::wording)
                .flatMap(Optional::stream)
                .toList();
        if (wordings.isEmpty()) {
            return Optional.empty();
        }
        Extension together = new Extension(Canonicals.Extensions.WORDING);
        together.addExtension("licence", new StringType(joined(wordings, "licence", "; ")));
        together.addExtension("version", new StringType(joined(wordings, "version", "+")));
        wordings.stream()
                .flatMap(wording -> ExtensionLookup.value(wording.getExtension(), "loaded").stream())
                .filter(loaded -> loaded instanceof DateTimeType date && date.hasValue())
                .map(DateTimeType.class::cast)
                .max(Comparator.comparing(DateTimeType::getValue))
                .ifPresent(newest -> together.addExtension("loaded", newest.copy()));
        return Optional.of(together);
    }

    private static String joined(List<Extension> wordings, String part, String between) {
        return wordings.stream()
                .flatMap(wording -> ExtensionLookup.text(wording.getExtension(), part).stream())
                .distinct()
                .collect(joining(between));
    }

    private static boolean needsWording(Inclusion inclusion) {
        return ExtensionLookup.flag(inclusion.questionnaire().getExtension(), Canonicals.Extensions.WORDING_REQUIRED);
    }

    private static Optional<Extension> wording(Inclusion inclusion) {
        return ExtensionLookup.first(inclusion.questionnaire().getExtension(), Canonicals.Extensions.WORDING);
    }

    private void noteMissing(List<String> parts) {
        notes.add(new Note(
                new Problem(
                        ProblemCode.WORDING_MISSING,
                        "Questionnaire",
                        "Patients may not be asked with this form yet: load the owner's wording of "
                                + String.join(", ", parts) + " ($load-wording) and assemble it again."),
                IssueSeverity.WARNING));
    }
}
