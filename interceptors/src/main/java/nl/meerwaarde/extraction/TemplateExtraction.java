package nl.meerwaarde.extraction;

import ca.uhn.fhir.context.FhirContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.instrument.QuestionnaireExtensions;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Template-based extraction: the Questionnaire contains resources that are copied and filled in, one per item that asks for it, or a whole transaction.
 *
 * @see <a href="https://hl7.org/fhir/uv/sdc/STU4/extraction.html">SDC, form data extraction</a>
 */
final class TemplateExtraction {
    private final Questionnaire questionnaire;
    private final TemplateFilling filling;
    private final ExtractedIds ids;
    private final ExtractionExpressions expressions;
    private final ExtractedEntries entries;
    private final ExtractionIssues issues;

    TemplateExtraction(
            FhirContext fhirContext,
            Questionnaire questionnaire,
            ExtractedIds ids,
            ExtractionExpressions expressions,
            ExtractedEntries entries,
            ExtractionIssues issues) {
        this.questionnaire = questionnaire;
        this.filling = new TemplateFilling(fhirContext, expressions, issues);
        this.ids = ids;
        this.expressions = expressions;
        this.entries = entries;
        this.issues = issues;
    }

    void extract(AnsweredItem root) {
        root.withDescendants().filter(at -> at.isRoot() || at.isAnswered()).forEach(this::extractTemplates);
        QuestionnaireExtensions.all(questionnaire, Canonicals.SdcExtensions.TEMPLATE_EXTRACT_BUNDLE)
                .forEach(extension -> extractBundle(root, extension));
    }

    private void extractTemplates(AnsweredItem at) {
        List<Extension> extensions =
                QuestionnaireExtensions.all(at.definition(), Canonicals.SdcExtensions.TEMPLATE_EXTRACT);
        for (int i = 0; i < extensions.size(); i++) {
            Extension extension = extensions.get(i);
            String place = at.path() + "#template[" + i + "]";
            template(QuestionnaireExtensions.value(extension, "template"), at).ifPresent(resource -> {
                filling.fill(resource, at);
                entries.add(resource, ids.address(place), new EntryDetails(expressions, at, extension));
            });
        }
    }

    private void extractBundle(AnsweredItem root, Extension extension) {
        Optional<Resource> template = template(extension.getValue(), root);
        if (template.isPresent() && !(template.get() instanceof Bundle)) {
            issues.fault(
                    ProblemCode.INVALID_DEFINITION,
                    root.path(),
                    "The template of templateExtractBundle must be a contained Bundle.");
        }
        template.filter(Bundle.class::isInstance).map(Bundle.class::cast).ifPresent(bundle -> {
            filling.fill(bundle, root);
            List<BundleEntryComponent> filled = bundle.getEntry();
            Set<String> taken = new HashSet<>();
            for (int i = 0; i < filled.size(); i++) {
                BundleEntryComponent entry = filled.get(i);
                // The template's address can only be that of one repetition.
                if (!entry.hasFullUrl() || !taken.add(entry.getFullUrl())) {
                    entry.setFullUrl(ids.address("bundle[" + i + "]"));
                }
                entries.add(entry);
            }
        });
    }

    /** A copy of the contained resource, without the id by which it was referred to. */
    private Optional<Resource> template(@Nullable Type reference, AnsweredItem at) {
        String id = reference instanceof Reference named && named.hasReference() ? named.getReference() : "";
        Optional<Resource> template = questionnaire.getContained().stream()
                .filter(contained -> id.equals("#" + withoutHash(contained.getId())))
                .findFirst();
        if (template.isEmpty()) {
            issues.fault(
                    ProblemCode.INVALID_DEFINITION,
                    at.path(),
                    "The Questionnaire contains no resource '" + id + "' that could be a template.");
        }
        return template.map(Resource::copy).map(copy -> {
            copy.setId((String) null);
            return copy;
        });
    }

    private static String withoutHash(@Nullable String id) {
        return id != null && id.startsWith("#") ? id.substring(1) : String.valueOf(id);
    }
}
