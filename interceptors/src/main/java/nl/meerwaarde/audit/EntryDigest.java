package nl.meerwaarde.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import nl.meerwaarde.audit.AuditEntry.Denial;

/**
 * What an entry says, as one number: SHA-256 over all of its columns, each in UTF-8 with its length before it, so that no text can pass for two. The order is that of the
 * table; the first word says which way this is done.
 */
final class EntryDigest {
    private static final String FORMAT = "meerwaarde-audit-entry-1";

    /** With two columns more, which all entries had the same in before. */
    private static final String DENIED = "meerwaarde-audit-entry-2";

    private EntryDigest() {}

    /** 64 lower-case hexadecimal digits. */
    static String of(AuditEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        columns(entry).forEach(column -> {
            byte[] text = column.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            bytes.writeBytes(text);
        });
        return HexFormat.of().formatHex(Hashing.sha256(bytes.toByteArray()));
    }

    private static List<String> columns(AuditEntry entry) {
        Agent agent = entry.agent();
        Origin origin = entry.origin();
        Target target = entry.target();
        boolean denied = !entry.denial().equals(Denial.NONE);
        List<String> columns = List.of(
                denied ? DENIED : FORMAT,
                entry.id().toString(),
                entry.recorded().toString(),
                agent.issuer(),
                agent.subject(),
                agent.client(),
                agent.roles(),
                agent.scopes(),
                agent.person(),
                agent.represented(),
                agent.organization(),
                origin.request(),
                origin.address(),
                origin.server(),
                target.interaction().code(),
                target.type(),
                target.id(),
                target.version(),
                target.operation(),
                entry.patient(),
                entry.query(),
                entry.reason(),
                String.valueOf(entry.status()));
        return denied
                ? Stream.concat(
                                columns.stream(),
                                Stream.of(
                                        entry.denial().cause(),
                                        String.valueOf(entry.denial().times())))
                        .toList()
                : columns;
    }
}
