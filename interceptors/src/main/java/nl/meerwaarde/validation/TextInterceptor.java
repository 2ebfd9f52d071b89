package nl.meerwaarde.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.instance.model.api.IBaseOperationOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps out characters that FHIR allows in no text, such as U+0013 (<a href="https://hl7.org/fhir/R4/datatypes.html#string">FHIR R4, string</a>): what has one could be
 * stored, and never be read as XML again. What a refusal quotes of an address may have one too; it is written as U+FFFD. And takes out of refusals what HAPI tells of the server's
 * inside: names of Java's exceptions, and what the database said, which may quote what is stored.
 */
@Interceptor
public class TextInterceptor {
    private static final int BEFORE_VALIDATION = -100;

    private static final Pattern EXCEPTION =
            Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}[A-Z]\\w*(?:Exception|Error)\\b(?:: )?");

    /** As Hibernate and Spring begin to tell of a statement; what follows are its text, and values of keys. */
    private static final Pattern STATEMENT = Pattern.compile(
            "(?s)(?:could not (?:execute|prepare|extract)\\b|Batch update returned|[A-Za-z]*Callback; ).*");

    private static final String CONFLICT =
            "The database refused it. Another request may have written the same at the same time; send this one again.";

    /** Before others translate it. */
    private static final int FIRST = -100;

    /** Takes files of any kind. */
    private static final String FILE = "Binary";

    /** @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 400 that names the first such character */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED, order = BEFORE_VALIDATION)
    public void check(RequestDetails request) {
        byte[] body = request.loadRequestContents();
        if (body != null && body.length > 0 && !FILE.equals(request.getResourceName())) {
            forbidden(body, request.getHeader(Constants.HEADER_CONTENT_TYPE)).ifPresent(character -> {
                throw Problems.badRequest(List.of(new Problem(
                        ProblemCode.UNREADABLE_REQUEST,
                        "",
                        Sentence.beside(
                                TextInterceptor.class,
                                "unreadable-request.character",
                                "U+%04X".formatted(character)))));
            });
        }
    }

    /** Without a content type HAPI looks at the first character. */
    private static OptionalInt forbidden(byte[] body, @Nullable String contentType) {
        // Escapes are ASCII, whatever else stands there.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        boolean xml = contentType == null ? text.stripLeading().startsWith("<") : contentType.contains("xml");
        return xml ? EscapedCharacters.firstForbiddenInXml(text) : EscapedCharacters.firstForbiddenInJson(text);
    }

    @Hook(Pointcut.SERVER_OUTGOING_FAILURE_OPERATIONOUTCOME)
    public void tell(RequestDetails request, IBaseOperationOutcome answer) {
        request.getFhirContext().newTerser().getAllPopulatedChildElementsOfType(answer, StringType.class).stream()
                .filter(StringType::hasValue)
                .forEach(text -> text.setValue(told(text.getValue())));
    }

    /** Entries of a batch are refused one by one. */
    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = FIRST)
    public void tellEntries(RequestDetails request, ResponseDetails answer) {
        if (answer.getResponseResource() instanceof Bundle bundle
                && bundle.getType() == Bundle.BundleType.BATCHRESPONSE) {
            bundle.getEntry().stream()
                    .map(entry -> entry.getResponse().getOutcome())
                    .filter(IBaseOperationOutcome.class::isInstance)
                    .forEach(outcome -> tell(request, (IBaseOperationOutcome) outcome));
        }
    }

    /** A text of a refusal as it may be told. */
    static String told(String text) {
        String readable =
                EXCEPTION.matcher(EscapedCharacters.replaceForbidden(text)).replaceAll("");
        return STATEMENT.matcher(readable).replaceFirst(CONFLICT);
    }
}
