package nl.meerwaarde.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What organisations are called to a recipient who may not know their names. The same one is called the same in everything that a recipient sees of a subject, in
 * every period; another recipient, and another subject, knows it by another pseudonym. Without the key, nobody can tell which organisation it is by trying ids.
 */
public class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    /** Without letters and digits that look alike, after Crockford's base 32. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int BITS = 5;
    /** 40 bits: of a thousand organisations, two share a pseudonym once in two million releases. */
    private static final int LENGTH = 8;

    private static final int RECORD_LENGTH = 26;

    private final Supplier<byte[]> key;

    /** @param key the server's secret, the same for good */
    Pseudonyms(Supplier<byte[]> key) {
        this.key = key;
    }

    /** The names of organisations to one recipient in one subject. */
    @FunctionalInterface
    public interface Names {
        /** Everybody may know everybody. */
        Names OPEN = organization -> Optional.empty();

        /**
         * The pseudonym of an organisation; empty when the recipient may know which it is.
         *
         * @param organization its id, or {@link Table#UNKNOWN}
         */
        Optional<String> pseudonym(String organization);
    }

    /**
     * The names that a recipient knows. Reads the key when it needs it, so it may not run in a transaction that cannot write.
     *
     * @param subject what the recipient sees them in, such as the address of a Measure
     */
    public Names of(Recipient recipient, String subject) {
        return recipient.policy().pseudonymous()
                ? hiding(recipient.policy().code(), recipient.organization(), subject)
                : Names.OPEN;
    }

    /** The pseudonyms of a release for recipients of no organisation, whatever their policy says now: to find again who is who in it. */
    public Names released(String recipient, String subject) {
        return hiding(recipient, null, subject);
    }

    /**
     * What a record is called to a recipient who may have it without knowing whose it is: an id of 130 bits as FHIR allows it, the same in every delivery, and another
     * one to another recipient.
     *
     * @param recipient its kind
     * @param organization which of its kind it is; empty when nobody says
     * @param record {@code Type/id} here
     */
    public String ofRecord(String recipient, String organization, String record) {
        SecretKeySpec secret = new SecretKeySpec(key.get(), ALGORITHM);
        return letters(code(secret, String.join("\n", "record", recipient, organization, record)), RECORD_LENGTH)
                .toString();
    }

    private Names hiding(String recipient, @Nullable String own, String subject) {
        SecretKeySpec secret = new SecretKeySpec(key.get(), ALGORITHM);
        String context = String.join("\n", recipient, String.valueOf(own), subject);
        return organization -> organization.equals(own) || organization.equals(Table.UNKNOWN)
                ? Optional.empty()
                : Optional.of(pseudonym(secret, context + "\n" + organization));
    }

    private static String pseudonym(SecretKeySpec secret, String named) {
        return letters(code(secret, named), LENGTH).insert(LENGTH / 2, '-').toString();
    }

    private static StringBuilder letters(byte[] code, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append(ALPHABET.charAt(code[i] & (1 << BITS) - 1));
        }
        return letters;
    }

    private static byte[] code(SecretKeySpec secret, String named) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(named.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
