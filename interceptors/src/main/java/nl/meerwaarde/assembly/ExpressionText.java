package nl.meerwaarde.assembly;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A FHIRPath expression as words, for the few replacements that a larger form needs. What stands in literals and comments is left alone. */
final class ExpressionText {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<blank>\\s+|//[^\\n]*|/\\*.*?\\*/)"
                    + "|(?<string>'(?:\\\\.|[^'\\\\])*')"
                    + "|(?<constant>%(?:[A-Za-z_][A-Za-z0-9_-]*|`(?:\\\\.|[^`\\\\])*`|'(?:\\\\.|[^'\\\\])*'))"
                    + "|(?<name>[A-Za-z_][A-Za-z0-9_]*|`(?:\\\\.|[^`\\\\])*`)"
                    + "|(?<other>.)",
            Pattern.DOTALL);
    private static final String PREFIX = "linkIdPrefix";

    private final List<String> tokens = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();

    private ExpressionText(String text) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
            kinds.add(List.of("blank", "string", "constant", "name", "other").stream()
                    .filter(kind -> matcher.group(kind) != null)
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** A text as a FHIRPath literal. */
    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** The names behind percent signs, in the order of the text. */
    static List<String> constants(String text) {
        ExpressionText expression = new ExpressionText(text);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < expression.tokens.size(); i++) {
            if (expression.kinds.get(i).equals("constant")) {
                names.add(expression.tokens.get(i).replaceAll("^%|[`']", ""));
            }
        }
        return names;
    }

    /** Whether an expression goes by linkIds. */
    static boolean namesLinkIds(String text) {
        return new ExpressionText(text).tokens.contains("linkId");
    }

    /** Whether an expression knows that linkIds have a prefix. */
    static boolean knowsPrefix(String text) {
        return constants(text).contains(PREFIX);
    }

    /** The value of an expression made of literals and {@code %linkIdPrefix}; null when there is more to it. */
    static @Nullable String constant(String text, @Nullable String prefix) {
        ExpressionText expression = new ExpressionText(text);
        StringBuilder value = new StringBuilder();
        boolean operand = true;
        for (int i = 0; i < expression.tokens.size(); i++) {
            String token = expression.tokens.get(i);
            if (expression.kinds.get(i).equals("blank")) {
                continue;
            }
            if (operand && expression.kinds.get(i).equals("string")) {
                value.append(unquoted(token));
            } else if (operand && prefix != null && expression.isConstant(i, PREFIX)) {
                value.append(prefix);
            } else if (operand || !isJoin(token)) {
                return null;
            }
            operand = !operand;
        }
        return operand ? null : value.toString();
    }

    /**
     * Puts a prefix in: {@code %linkIdPrefix + '1'} becomes a literal, so that whoever reads the expression sees which item it is about.
     */
    static String withPrefix(String text, String prefix) {
        ExpressionText expression = new ExpressionText(text);
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < expression.tokens.size(); i++) {
            if (!expression.isConstant(i, PREFIX)) {
                result.append(expression.tokens.get(i));
                continue;
            }
            int join = expression.next(i);
            int string = join < 0 ? -1 : expression.next(join);
            if (string >= 0
                    && isJoin(expression.tokens.get(join))
                    && expression.kinds.get(string).equals("string")) {
                result.append(literal(prefix + unquoted(expression.tokens.get(string))));
                i = string;
            } else {
                result.append(literal(prefix));
            }
        }
        return result.toString();
    }

    /**
     * Replaces the first level of the response or the Questionnaire: {@code %resource.item}.
     *
     * @param root {@code resource} or {@code questionnaire}
     * @param variable what stands for it, with percent sign
     * @param alsoAtStart whether a path that begins with {@code item} begins there too
     */
    static String withFirstLevel(String text, String root, String variable, boolean alsoAtStart) {
        ExpressionText expression = new ExpressionText(text);
        StringBuilder result = new StringBuilder();
        Deque<Boolean> inFunction = new ArrayDeque<>();
        for (int i = 0; i < expression.tokens.size(); i++) {
            String token = expression.tokens.get(i);
            if (token.equals("(")) {
                int before = expression.previous(i);
                inFunction.push(before >= 0 && expression.kinds.get(before).equals("name")
                        || Boolean.TRUE.equals(inFunction.peek()));
            } else if (token.equals(")") && !inFunction.isEmpty()) {
                inFunction.pop();
            }
            int item = expression.itemOf(i, root);
            if (item >= 0) {
                result.append(variable);
                i = item;
            } else if (alsoAtStart && !Boolean.TRUE.equals(inFunction.peek()) && expression.isPathStart(i, "item")) {
                result.append(variable);
            } else {
                result.append(token);
            }
        }
        return result.toString();
    }

    /** The place of {@code item} when {@code %root.item} begins here, otherwise -1. */
    private int itemOf(int i, String root) {
        if (!isConstant(i, root)) {
            return -1;
        }
        int dot = next(i);
        int item = dot < 0 ? -1 : next(dot);
        return item >= 0 && tokens.get(dot).equals(".") && tokens.get(item).equals("item") ? item : -1;
    }

    private boolean isPathStart(int i, String name) {
        int before = previous(i);
        return tokens.get(i).equals(name)
                && kinds.get(i).equals("name")
                && (before < 0 || !tokens.get(before).equals("."));
    }

    private boolean isConstant(int i, String name) {
        String token = tokens.get(i);
        return kinds.get(i).equals("constant")
                && (token.equals("%" + name) || token.equals("%`" + name + "`") || token.equals("%'" + name + "'"));
    }

    private static boolean isJoin(String token) {
        return token.equals("+") || token.equals("&");
    }

    private int next(int i) {
        int next = i + 1;
        while (next < tokens.size() && kinds.get(next).equals("blank")) {
            next++;
        }
        return next < tokens.size() ? next : -1;
    }

    private int previous(int i) {
        int previous = i - 1;
        while (previous >= 0 && kinds.get(previous).equals("blank")) {
            previous--;
        }
        return previous;
    }

    private static String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1).replaceAll("\\\\(.)", "$1");
    }
}
