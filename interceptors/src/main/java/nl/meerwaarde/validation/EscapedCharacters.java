package nl.meerwaarde.validation;

import java.util.OptionalInt;

/** Characters that stand in a text by an escape: the only way for a control character into JSON or XML. */
final class EscapedCharacters {
    private static final int JSON_ESCAPE = "\\u0000".length();
    private static final int HEXADECIMAL = 16;
    private static final String REPLACEMENT = "\uFFFD";

    private EscapedCharacters() {}

    /** The first in a JSON text that FHIR allows nowhere; empty when there is none. */
    static OptionalInt firstForbiddenInJson(String text) {
        int at = text.indexOf('\\');
        while (at >= 0 && at + 1 < text.length()) {
            int character = escaped(text, at);
            boolean pair = isPair(character, escaped(text, at + JSON_ESCAPE));
            if (!pair && isForbidden(character)) {
                return OptionalInt.of(character);
            }
            at = text.indexOf('\\', at + (pair ? 2 * JSON_ESCAPE : 2));
        }
        return OptionalInt.empty();
    }

    /** The first in an XML text that FHIR allows nowhere; empty when there is none. XML 1.1 knows more of them than XML 1.0. */
    static OptionalInt firstForbiddenInXml(String text) {
        for (int at = text.indexOf("&#"); at >= 0; at = text.indexOf("&#", at + 2)) {
            int end = text.indexOf(';', at);
            if (end < 0) {
                return OptionalInt.empty();
            }
            String number = text.substring(at + 2, end);
            int character = number.startsWith("x") ? number(number.substring(1), HEXADECIMAL) : number(number, 10);
            if (isForbidden(character)) {
                return OptionalInt.of(character);
            }
        }
        return OptionalInt.empty();
    }

    /** The text with U+FFFD for each character that FHIR allows nowhere. */
    static String replaceForbidden(String text) {
        return text.codePoints().anyMatch(EscapedCharacters::isForbidden)
                ? text.codePoints()
                        .mapToObj(character -> isForbidden(character) ? REPLACEMENT : Character.toString(character))
                        .collect(java.util.stream.Collectors.joining())
                : text;
    }

    /** -1 where none stands, or one that needs no number. */
    private static int escaped(String text, int at) {
        if (at + 1 >= text.length() || text.charAt(at) != '\\') {
            return -1;
        }
        return switch (text.charAt(at + 1)) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> number(text.substring(at + 2, Math.min(at + JSON_ESCAPE, text.length())), HEXADECIMAL);
            default -> -1;
        };
    }

    /** -1 for what is no number; a parser says so. */
    private static int number(String digits, int radix) {
        try {
            return Integer.parseInt(digits, radix);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static boolean isPair(int first, int second) {
        return first >= 0 && second >= 0 && Character.isSurrogatePair((char) first, (char) second);
    }

    /** A control character other than tab and the ends of lines, or half of a pair. */
    private static boolean isForbidden(int character) {
        return character >= 0 && character < ' ' && character != '\t' && character != '\n' && character != '\r'
                || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
