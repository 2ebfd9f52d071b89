package nl.meerwaarde.benchmark;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * How outcomes are written, in a table and in a picture alike.
 *
 * @param percent whether they are shares, to be written as percentages
 * @param decimals digits after the point
 */
record Numbers(Locale locale, boolean percent, int decimals) {
    /** Where nothing says how much organisations differ. */
    static Numbers plain(String language, boolean percent) {
        return new Numbers(Locale.forLanguageTag(language), percent, percent ? 1 : 2);
    }

    /** An outcome with its sign of percentage. */
    String of(double outcome) {
        return format(decimals).format(shown(outcome)) + (percent ? " %" : "");
    }

    /** As an axis counts: shares in hundredths. */
    double shown(double outcome) {
        return percent ? outcome * 100 : outcome;
    }

    NumberFormat format(int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format;
    }
}
