package nl.meerwaarde.tests.fuzz;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What chance gives, the same for the same seed. */
final class Draw {
    private static final List<String> ODD_TEXTS = List.of(
            "",
            " ",
            "null",
            "0",
            "-1",
            "1e400",
            "99999999999999999999",
            "NaN",
            "true",
            "'",
            "\"",
            "' or 1=1 --",
            "${jndi:ldap://127.0.0.1/x}",
            "{{7*7}}",
            "../../etc/passwd",
            "%00",
            "\u0000",
            "\uD800",
            "\u202Eabc",
            "😀",
            "é́́́́",
            "<script>alert(1)</script>",
            "a,b,,c",
            "a|b|c",
            "|",
            "$",
            "\\",
            "\\,",
            "Patient/",
            "Patient/_",
            "Patient/fuzz/_history/0",
            "#contained",
            "urn:uuid:1",
            "http://[::1",
            "2024-02-30",
            "0000-00-00",
            "9999-12-31T23:59:60Z",
            "2024-13",
            "24:00",
            "ge",
            "ap1e99999",
            "eq2024-01-01T00:00:00.000000000000000001+99:99");

    private final Random random;

    Draw(long seed) {
        this.random = new Random(seed);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** @param probability from 0 to 1 */
    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** One of what programs often stumble over, or anything. */
    String oddText() {
        if (happens(0.6)) {
            return of(ODD_TEXTS);
        }
        if (happens(0.1)) {
            return "x".repeat(1 << random.nextInt(15));
        }
        return random.ints(1 + random.nextInt(12), 1, 0x2FF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    <T> T either(double probability, Supplier<T> first, Supplier<T> second) {
        return happens(probability) ? first.get() : second.get();
    }

    byte[] bytes(int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }
}
