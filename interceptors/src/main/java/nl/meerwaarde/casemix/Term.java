package nl.meerwaarde.casemix;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * A summand of a model: its coefficient times ((value − centre) / unit)^power of a number, or times 1 in a category.
 *
 * @param covariate name of the covariate
 * @param category the category it is about, {@link #MISSING} among them; null for a number
 * @param centre what is subtracted from the number
 * @param unit what the difference is divided by, not zero
 * @param power to what power, at least 1
 * @param coefficient points of the score, or log odds; null while nobody has fitted it
 */
public record Term(
        String covariate,
        @Nullable String category,
        BigDecimal centre,
        BigDecimal unit,
        int power,
        @Nullable BigDecimal coefficient) {
    /** The category of those of whom the covariate is not known. */
    public static final String MISSING = "missing";

    static final MathContext PRECISION = MathContext.DECIMAL128;

    /** The term's factor for a number. */
    BigDecimal of(BigDecimal number) {
        return number.subtract(centre).divide(unit, PRECISION).pow(power, PRECISION);
    }

    /** The same with this coefficient. */
    public Term with(BigDecimal fitted) {
        return new Term(covariate, category, centre, unit, power, fitted);
    }

    /** What people call it: {@code age}, {@code age^2}, {@code sex=female}. */
    public String label() {
        return covariate + (category != null ? "=" + category : power == 1 ? "" : "^" + power);
    }
}
