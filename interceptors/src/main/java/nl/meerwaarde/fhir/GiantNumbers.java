package nl.meerwaarde.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Numbers beyond reason: with an exponent of more than four digits, or of more than a thousand digits. HAPI 8.8 writes such a number out and reads it again, digit by digit:
 * {@code 1e3000000} takes a minute, and a longer one all memory. Found without reading a number.
 */
public final class GiantNumbers {
    private static final int MOST_DIGITS = 1_000;
    private static final Pattern GIANT =
            Pattern.compile("[+-]?(?:[\\p{Nd}.]{1001,}|[\\p{Nd}.]+[eE][+-]?\\p{Nd}{5,}|[\\p{Nd}.eE+-]{1001,})");

    private static final JsonFactory JSON = new JsonFactory();

    private GiantNumbers() {}

    /** Whether a text is such a number. */
    public static boolean isOne(String text) {
        return GIANT.matcher(text).matches();
    }

    /** Whether such a number stands in a body; never in one that is no JSON, because it ends where it cannot be read. */
    public static boolean areIn(byte[] body) {
        return isAnyIn(body, MOST_DIGITS);
    }

    /** The same of texts too: HAPI reads a text as a number where a number belongs, and elsewhere it may be an identifier. */
    public static boolean mayBeIn(byte[] body) {
        return isAnyIn(body, 0);
    }

    /** @param shortest of that many characters or fewer a text is none */
    private static boolean isAnyIn(byte[] body, int shortest) {
        try (JsonParser json = JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                boolean text = token == JsonToken.VALUE_STRING && json.getTextLength() > shortest;
                if ((text || token == JsonToken.VALUE_NUMBER_FLOAT) && isOne(json.getText())) {
                    return true;
                }
            }
            return false;
        } catch (IOException noJson) {
            return false;
        }
    }
}
