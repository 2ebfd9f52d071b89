package nl.meerwaarde.definition;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Business versions in the order people mean: numbers by value ({@code 1.10} after {@code 1.9}, {@code 2026-11} after {@code 2026-02}), words by
 * letter, a release after its pre-releases ({@code 1.0.0} after {@code 1.0.0-beta}).
 */
record VersionOrder(String version) implements Comparable<VersionOrder> {
    private static final Pattern PART = Pattern.compile("\\d+|[A-Za-z]+");

    @Override
    public int compareTo(VersionOrder other) {
        List<String> mine = parts(version);
        List<String> theirs = parts(other.version);
        for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
            int order = comparePart(i < mine.size() ? mine.get(i) : "", i < theirs.size() ? theirs.get(i) : "");
            if (order != 0) {
                return order;
            }
        }
        return version.compareTo(other.version);
    }

    private static List<String> parts(String version) {
        Matcher matcher = PART.matcher(version);
        return matcher.results().map(java.util.regex.MatchResult::group).toList();
    }

    /** Words, then the end, then numbers: 1.0 < 1.0.1, and 1.0-beta < 1.0. */
    private static int comparePart(String a, String b) {
        int byKind = Integer.compare(kind(a), kind(b));
        if (byKind != 0) {
            return byKind;
        }
        return kind(a) == NUMBER ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }

    private static final int WORD = 0;
    private static final int END = 1;
    private static final int NUMBER = 2;

    private static int kind(String part) {
        return part.isEmpty() ? END : Character.isDigit(part.charAt(0)) ? NUMBER : WORD;
    }
}
