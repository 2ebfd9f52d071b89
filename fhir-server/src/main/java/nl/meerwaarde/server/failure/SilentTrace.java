package nl.meerwaarde.server.failure;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** An exception as it is logged: what and where, without messages, which may quote what a patient answered. */
final class SilentTrace {
    /** HAPI numbers the places where it throws. */
    private static final Pattern HAPI_CODE = Pattern.compile("^HAPI-\\d{1,5}(?=:)");

    private SilentTrace() {}

    /** The exception with its causes, each with where it comes from. */
    static String of(Throwable failure) {
        return ExceptionUtils.getThrowableList(failure).stream()
                .map(thrown -> head(thrown)
                        + Arrays.stream(thrown.getStackTrace())
                                .map(frame -> "\n\tat " + frame)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\nCaused by: "));
    }

    /** Its class, and HAPI's number where it has one. */
    static String head(Throwable thrown) {
        Matcher code = HAPI_CODE.matcher(String.valueOf(thrown.getMessage()));
        return thrown.getClass().getName() + (code.find() ? " " + code.group() : "");
    }
}
