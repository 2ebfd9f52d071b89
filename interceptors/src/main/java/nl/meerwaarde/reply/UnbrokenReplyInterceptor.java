package nl.meerwaarde.reply;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.io.FilterWriter;
import java.io.Writer;

/**
 * Sends a reply in pieces as large as the host's buffer. HAPI 8.8 flushes after each JSON value, so that a report of forty kilobytes leaves in more than a
 * thousand pieces, each with a system call on either side.
 */
@Interceptor
public class UnbrokenReplyInterceptor {
    @Hook(Pointcut.SERVER_OUTGOING_WRITER_CREATED)
    public Writer holdBack(Writer writer) {
        return new FilterWriter(writer) {
            /** Closing flushes. */
            @Override
            public void flush() {}
        };
    }
}
