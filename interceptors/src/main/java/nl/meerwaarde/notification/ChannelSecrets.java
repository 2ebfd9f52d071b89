package nl.meerwaarde.notification;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What only this server and the receiver know: what the headers of a channel say, and the key of signatures. Taken out of the Subscription before it is stored, so that
 * nobody reads it there.
 *
 * @param headers sent with every notification, as {@code Name: value}
 * @param key of signatures, as {@code whsec_} and base64; null: notifications are not signed
 */
record ChannelSecrets(List<String> headers, @Nullable String key) {
    static final ChannelSecrets NONE = new ChannelSecrets(List.of(), null);

    private static final String TAKEN = ChannelSecrets.class.getName();
    private static final String MASK = "***";
    private static final int LONGEST_HEADERS = 10_000;
    private static final String KEY_PREFIX = "whsec_";
    private static final int SHORTEST_KEY = 24;
    private static final int LONGEST_KEY = 64;

    /** Those that this server or HTTP itself says. */
    private static final Set<String> RESERVED = Set.of(
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "transfer-encoding",
            "upgrade",
            "webhook-id",
            "webhook-signature",
            "webhook-timestamp");

    ChannelSecrets {
        headers = List.copyOf(headers);
    }

    /** What was taken out of this Subscription. */
    static ChannelSecrets takenFrom(Subscription subscription) {
        return subscription.getUserData(TAKEN) instanceof ChannelSecrets taken ? taken : NONE;
    }

    /**
     * Takes them out of a Subscription; what it does not say anew stays as it was.
     *
     * @param before those it had; those that a repeated attempt to store it has taken already go before
     * @param sameEndpoint whether it still sends to where it sent before: somebody else is not told the old headers
     * @return what is wrong with them
     */
    static List<Problem> takeOut(Subscription subscription, ChannelSecrets before, boolean sameEndpoint) {
        ChannelSecrets known = subscription.getUserData(TAKEN) instanceof ChannelSecrets taken ? taken : before;
        boolean trusted = known != before || sameEndpoint;
        List<Problem> problems = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        List<StringType> said = subscription.getChannel().getHeader();
        for (int i = 0; i < said.size(); i++) {
            String path = "Subscription.channel.header[" + i + "]";
            header(String.valueOf(said.get(i).getValue()), trusted ? known.headers() : List.of(), path, problems)
                    .ifPresent(headers::add);
        }
        if (String.join("", headers).length() > LONGEST_HEADERS) {
            problems.add(problem("Subscription.channel.header", "header.too-long", LONGEST_HEADERS));
        }
        Optional<String> key =
                ExtensionLookup.text(subscription.getChannel().getExtension(), Extensions.WEBHOOK_SECRET);
        key.filter(text -> !isKey(text))
                .ifPresent(text -> problems.add(
                        problem("Subscription.channel.extension", "key.invalid", SHORTEST_KEY, LONGEST_KEY)));
        if (problems.isEmpty()) {
            said.forEach(ChannelSecrets::mask);
            subscription.getChannel().getExtension().removeIf(e -> Extensions.WEBHOOK_SECRET.equals(e.getUrl()));
            subscription.setUserData(TAKEN, new ChannelSecrets(headers, key.orElse(known.key())));
        }
        return problems;
    }

    private static Optional<String> header(String line, List<String> known, String path, List<Problem> problems) {
        if (!line.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\\x20-\\x7e\\t]*")) {
            problems.add(problem(path, "header.invalid"));
            return Optional.empty();
        }
        String name = name(line);
        if (RESERVED.contains(name)) {
            problems.add(problem(path, "header.reserved", name));
            return Optional.empty();
        }
        if (!value(line).equals(MASK)) {
            return Optional.of(line);
        }
        Optional<String> kept =
                known.stream().filter(each -> name(each).equals(name)).findFirst();
        if (kept.isEmpty()) {
            problems.add(problem(path, "header.masked", name));
        }
        return kept;
    }

    private static void mask(StringType line) {
        String text = String.valueOf(line.getValue());
        line.setValue(text.substring(0, text.indexOf(':')) + ": " + MASK);
    }

    /** In lower case. */
    static String name(String line) {
        return line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
    }

    static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    private static boolean isKey(String text) {
        try {
            int length = keyBytes(text).length;
            return text.startsWith(KEY_PREFIX) && length >= SHORTEST_KEY && length <= LONGEST_KEY;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @throws IllegalArgumentException when it is not base64 */
    static byte[] keyBytes(String key) {
        return Base64.getDecoder().decode(key.replaceFirst("^" + KEY_PREFIX, ""));
    }

    private static Problem problem(String path, String sentence, Object... arguments) {
        return new Problem(
                ProblemCode.RECEIVER_REFUSED, path, Sentence.beside(ChannelSecrets.class, sentence, arguments));
    }

    /** Not what they are. */
    @Override
    public String toString() {
        return headers.size() + " headers";
    }
}
