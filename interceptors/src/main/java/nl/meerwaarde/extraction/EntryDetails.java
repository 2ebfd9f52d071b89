package nl.meerwaarde.extraction;

import java.util.Optional;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.instrument.QuestionnaireExtensions;
import org.hl7.fhir.instance.model.api.IBaseHasExtensions;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.jspecify.annotations.Nullable;

/**
 * What a Questionnaire says about the entry of an extracted resource: its address, its id and the conditions of the request, as expressions. The same parts
 * in the extensions for Observations, definitions and templates.
 */
final class EntryDetails {
    private final ExtractionExpressions expressions;
    private final AnsweredItem at;
    private final @Nullable IBaseHasExtensions extension;

    /** @param extension the complex extension, or null where the Questionnaire says nothing */
    EntryDetails(ExtractionExpressions expressions, AnsweredItem at, @Nullable IBaseHasExtensions extension) {
        this.expressions = expressions;
        this.at = at;
        this.extension = extension;
    }

    Optional<String> fullUrl() {
        return value("fullUrl");
    }

    Optional<String> resourceId() {
        return value("resourceId");
    }

    /** Puts the conditions on a request. */
    void addConditions(BundleEntryRequestComponent request, ExtractionIssues issues) {
        value("ifNoneMatch").ifPresent(request::setIfNoneMatch);
        value("ifMatch").ifPresent(request::setIfMatch);
        value("ifNoneExist").ifPresent(request::setIfNoneExist);
        value("ifModifiedSince").ifPresent(moment -> addModifiedSince(request, moment, issues));
    }

    private void addModifiedSince(BundleEntryRequestComponent request, String moment, ExtractionIssues issues) {
        try {
            BaseDateTimeType parsed = new DateTimeType(moment);
            request.setIfModifiedSinceElement(new InstantType(parsed.getValue()));
        } catch (IllegalArgumentException e) {
            issues.leftOut(ProblemCode.UNSUITABLE_VALUE, at.path(), "ifModifiedSince gives no date and time.");
        }
    }

    private Optional<String> value(String part) {
        return extension == null || QuestionnaireExtensions.value(extension, part) == null
                ? Optional.empty()
                : expressions
                        .text(QuestionnaireExtensions.value(extension, part), at.path())
                        .flatMap(text -> expressions.one(text, at.part(), at.scope(), at.path()));
    }
}
