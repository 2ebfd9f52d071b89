package nl.meerwaarde.assembly;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meerwaarde.assembly.Assembly.Note;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.instrument.InstrumentReader;
import nl.meerwaarde.instrument.InstrumentReading;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;

/** Makes one Questionnaire of a modular one and its parts. */
final class Assembler {
    private static final Set<String> ONLY_A_PART = Set.of("assemble-child", "independent-child");
    private static final String SUFFIX = "assembled";
    private static final String MODULAR_PROFILE =
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-modular";

    private final Modules modules;
    private final InstrumentReader reader;

    Assembler(Modules modules, InstrumentReader reader) {
        this.modules = modules;
        this.reader = reader;
    }

    /** The assembled form, or everything that keeps it from being one. The given Questionnaire is not changed. */
    Assembly assemble(Questionnaire modular) {
        List<Problem> problems = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        checkOutermost(modular, problems);
        if (!problems.isEmpty()) {
            return new Assembly.Refused(problems);
        }
        Form form = new Expansion(modules, problems).expand(modular);
        Questionnaire assembled = head(modular, form);
        new InstrumentSharing(form, problems, notes).share();
        new QuestionSharing(form, notes).share();
        new ScoreSharing(form, notes).share();
        checkLinkIds(form, problems);
        if (!problems.isEmpty()) {
            return new Assembly.Refused(problems);
        }
        Map<Inclusion, List<Extension>> ofParts = new ModuleExpressions(form, problems).rewrite();
        new Propagation(assembled, problems).carryOver(ofParts);
        removeEmptied(form);
        form.items().forEach(item -> assembled.addItem(item.assembled()));
        new FormWording(form, assembled, notes).carryOver();
        noteCopyrights(form, assembled, notes);
        if (problems.isEmpty() && reader.read(assembled) instanceof InstrumentReading.Refused refused) {
            problems.addAll(refused.problems());
        }
        return problems.isEmpty() ? new Assembly.Assembled(assembled, notes) : new Assembly.Refused(problems);
    }

    private static void checkOutermost(Questionnaire modular, List<Problem> problems) {
        if (!modular.hasUrl()) {
            problems.add(new Problem(
                    ProblemCode.INVALID_DEFINITION,
                    "Questionnaire.url",
                    "A modular Questionnaire needs an address (url), which the assembled form keeps."));
        }
        if (!PartRules.context(modular).isEmpty() || ONLY_A_PART.contains(PartRules.expectation(modular))) {
            problems.add(
                    new Problem(
                            ProblemCode.INVALID_MODULE,
                            "Questionnaire",
                            "This Questionnaire says that it is only used as a part of others (assembleContext or assemble-expectation)."));
        }
    }

    /**
     * The form without its items. It keeps the address; its version is another, because address and version together name one definition. What was stored
     * about the modular Questionnaire does not hold for the form.
     */
    private static Questionnaire head(Questionnaire modular, Form form) {
        Questionnaire head = modular.copy();
        head.setId((String) null);
        head.setText(null);
        head.setItem(null);
        head.getMeta().setVersionId(null).setLastUpdated(null).setSource(null);
        head.getMeta().getProfile().removeIf(profile -> MODULAR_PROFILE.equals(profile.getValue()));
        head.setVersion(modular.hasVersion() ? modular.getVersion() + "-" + SUFFIX : SUFFIX);
        expectIndependence(head);
        form.inclusions().stream()
                .filter(inclusion -> !inclusion.isOutermost())
                .map(inclusion -> inclusion.canonical().toString())
                .distinct()
                .forEach(part -> head.addExtension(Canonicals.SdcExtensions.ASSEMBLED_FROM, new CanonicalType(part)));
        return head;
    }

    private static void expectIndependence(Questionnaire head) {
        String expectation = PartRules.expectation(head);
        head.getExtension()
                .removeIf(extension -> Canonicals.SdcExtensions.ASSEMBLE_EXPECTATION.equals(extension.getUrl()));
        if (expectation.endsWith("root-or-child")) {
            head.addExtension(Canonicals.SdcExtensions.ASSEMBLE_EXPECTATION, new CodeType("independent-root-or-child"));
        }
    }

    private static void checkLinkIds(Form form, List<Problem> problems) {
        Map<String, List<FormItem>> byLinkId =
                form.all().collect(groupingBy(FormItem::linkId, LinkedHashMap::new, Collectors.toList()));
        byLinkId.forEach((linkId, items) -> {
            if (items.size() > 1) {
                problems.add(new Problem(
                        ProblemCode.DUPLICATE_LINK_ID,
                        items.get(0).path(),
                        "The linkId '" + linkId + "' occurs " + items.size() + " times, in "
                                + items.stream().map(item -> item.from().way()).collect(joining("; "))
                                + ". Give one a linkIdPrefix."));
            }
        });
    }

    /** A group that only held what is asked elsewhere is nothing any more, and FHIR has no group without items. */
    private static void removeEmptied(Form form) {
        List<FormItem> empty = form.all()
                .filter(item -> item.item().getType() == QuestionnaireItemType.GROUP)
                .filter(item -> item.children().isEmpty())
                .toList();
        empty.forEach(form::remove);
        if (!empty.isEmpty()) {
            removeEmptied(form);
        }
    }

    /** SDC leaves it to the modular Questionnaire to say whose the parts are. */
    private static void noteCopyrights(Form form, Questionnaire assembled, List<Note> notes) {
        List<String> silent = form.inclusions().stream()
                .filter(inclusion -> inclusion.questionnaire().hasCopyright())
                .filter(inclusion -> !String.valueOf(assembled.getCopyright())
                        .contains(inclusion.questionnaire().getCopyright()))
                .map(inclusion -> inclusion.canonical().toString())
                .distinct()
                .toList();
        if (!silent.isEmpty()) {
            notes.add(new Note(
                    new Problem(
                            ProblemCode.NOT_CARRIED_OVER,
                            "Questionnaire.copyright",
                            "The form does not repeat the copyright of " + String.join(", ", silent)
                                    + "; the modular Questionnaire must say it."),
                    IssueSeverity.INFORMATION));
        }
    }
}
