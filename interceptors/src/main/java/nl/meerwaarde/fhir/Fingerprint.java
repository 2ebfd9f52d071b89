package nl.meerwaarde.fhir;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Content identity: SHA-256 fingerprints and name-based UUIDs. */
public final class Fingerprint {
    private Fingerprint() {}

    /** SHA-256 of the text's UTF-8 bytes, 64 lower-case hexadecimal digits. */
    public static String of(String text) {
        return HexFormat.of().formatHex(digest("SHA-256", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The first 64 bits of the same, as a number. */
    public static long number(String text) {
        return java.nio.ByteBuffer.wrap(digest("SHA-256", text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /**
     * Version 5 UUID: SHA-1 of namespace and name.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.5">RFC 9562, section 5.5</a>
     */
    public static UUID uuid5(UUID namespace, String name) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        byte[] input = java.nio.ByteBuffer.allocate(16 + nameBytes.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(nameBytes)
                .array();
        byte[] hash = digest("SHA-1", input);
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        java.nio.ByteBuffer first16 = java.nio.ByteBuffer.wrap(hash, 0, 16);
        return new UUID(first16.getLong(), first16.getLong());
    }

    private static byte[] digest(String algorithm, byte[] input) {
        try {
            return MessageDigest.getInstance(algorithm).digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }
}
