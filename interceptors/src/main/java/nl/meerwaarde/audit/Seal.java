package nl.meerwaarde.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A seal over some entries and, through the one before it, over all that were sealed earlier.
 *
 * @param number from 1, without gaps
 * @param sealed to the millisecond
 * @param entries how many
 * @param previous hash of the seal before; zeros for the first
 * @param hash SHA-256 of all of these and of the digest of every entry, in hexadecimal digits
 * @param code the same keyed (HMAC-SHA-256): whoever can write the tables but does not have the key cannot make it
 */
record Seal(long number, Instant sealed, int entries, String previous, String hash, String code) {
    /** Before the first. */
    static final Seal NONE = new Seal(0, Instant.EPOCH, 0, "0".repeat(64), "0".repeat(64), "");

    private static final String FORMAT = "meerwaarde-audit-seal-1";

    /** An entry under a seal. */
    record Member(UUID entry, String digest) {}

    /** The seal that follows this one. */
    Seal next(Instant now, List<Member> members, byte[] key) {
        String hash = hash(number + 1, now, hash(), members);
        return new Seal(number + 1, now, members.size(), hash(), hash, code(hash, key));
    }

    /** Whether this is what was made of these entries after that seal. */
    boolean follows(Seal before, List<Member> members, byte[] key) {
        return previous.equals(before.hash)
                && entries == members.size()
                && hash.equals(hash(number, sealed, previous, members))
                && code.equals(code(hash, key));
    }

    private static String hash(long number, Instant sealed, String previous, List<Member> members) {
        String content = members.stream()
                .map(member -> member.entry() + " " + member.digest() + "\n")
                .collect(Collectors.joining(
                        "",
                        FORMAT + "\n" + number + "\n" + sealed + "\n" + previous + "\n" + members.size() + "\n",
                        ""));
        return HexFormat.of().formatHex(Hashing.sha256(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String code(String hash, byte[] key) {
        return HexFormat.of().formatHex(Hashing.hmac(key, hash.getBytes(StandardCharsets.US_ASCII)));
    }
}
