package nl.meerwaarde.server.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.meerwaarde.fhir.AcceptedLanguages;
import nl.meerwaarde.fhir.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The pages that people see, in Dutch or English. They need no script. */
final class Pages {
    private static final List<String> LANGUAGES = List.of("nl", "en");
    private static final String FOLDER = Pages.class.getPackageName().replace('.', '/') + "/";

    private static final int FULL_DATE = 10;
    private static final int MONTH = 7;

    private final TemplateEngine engine = new TemplateEngine();

    Pages() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
        templates.setPrefix(FOLDER);
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(templates);
        engine.setMessageResolver(new Sentences());
    }

    /** A page in the reader's language. */
    ResponseEntity<String> page(
            HttpStatus status, String name, @Nullable String accepted, Map<String, Object> content) {
        String language = language(accepted);
        Context context = new Context(Locale.forLanguageTag(language), content);
        context.setVariable("language", language);
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Language", language)
                .header("Vary", "Accept-Language")
                .body(engine.process(name, context));
    }

    /** A page that says what happened, and what to do next. */
    ResponseEntity<String> notice(HttpStatus status, String what, @Nullable String accepted) {
        return page(status, "notice", accepted, Map.of("what", what));
    }

    /** The same, where no controller answers. */
    void tell(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String what)
            throws IOException {
        ResponseEntity<String> page = notice(status, what, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        response.setStatus(page.getStatusCode().value());
        page.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream().write(String.valueOf(page.getBody()).getBytes(StandardCharsets.UTF_8));
    }

    /** Dutch, unless the reader prefers English. */
    static String language(@Nullable String accepted) {
        return AcceptedLanguages.parse(accepted)
                .best(LANGUAGES.get(0), LANGUAGES)
                .orElse(LANGUAGES.get(0));
    }

    /** A date as people write it, as precisely as it is known. */
    static String date(String language, String date) {
        // The day comes first here, also in English.
        Locale locale = Locale.forLanguageTag(language + "-NL");
        return switch (date.length()) {
            case FULL_DATE ->
                LocalDate.parse(date)
                        .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(locale));
            case MONTH -> YearMonth.parse(date).format(DateTimeFormatter.ofPattern("MMMM yyyy", locale));
            default -> date;
        };
    }

    /** A sentence of ours. */
    static String sentence(String language, String key, Object... arguments) {
        return Sentence.beside(Pages.class, key, arguments).in(language);
    }

    private static final class Sentences extends AbstractMessageResolver {
        @Override
        public String resolveMessage(
                ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] parameters) {
            return sentence(context.getLocale().getLanguage(), key, parameters == null ? new Object[0] : parameters);
        }

        @Override
        public @Nullable String createAbsentMessageRepresentation(
                ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] parameters) {
            return null;
        }
    }
}
