package nl.meerwaarde.disclosure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a recipient may see at one place of a table. */
public final class DisclosedCell {
    /** Digits of a figure beside rounded counts: more of them would tell what it was computed from. */
    private static final MathContext FEW_DIGITS = new MathContext(3);

    private final RecipientPolicy policy;
    private final Cell cell;
    private final Function<String, Disclosed> counts;
    private final Function<String, Optional<Reason>> hiddenSums;
    private final boolean entitled;

    DisclosedCell(
            RecipientPolicy policy,
            Cell cell,
            Function<String, Disclosed> counts,
            Function<String, Optional<Reason>> hiddenSums,
            boolean entitled) {
        this.policy = policy;
        this.cell = cell;
        this.counts = counts;
        this.hiddenSums = hiddenSums;
        this.entitled = entitled;
    }

    /**
     * A cell of which everything may be seen.
     *
     * @param owner the organisation whose cell it is, or null when it is of several
     * @throws IllegalArgumentException when the recipient has no right to it
     */
    public static DisclosedCell entitled(Recipient recipient, @Nullable String owner, Cell cell) {
        if (!recipient.seesAllOf(owner)) {
            throw new IllegalArgumentException(recipient.policy().code() + " has no right to every number");
        }
        return new DisclosedCell(
                recipient.policy(),
                cell,
                name -> new Disclosed.Shown(BigDecimal.valueOf(cell.count(name))),
                name -> Optional.empty(),
                true);
    }

    /** A count of the table. */
    public Disclosed count(String name) {
        return counts.apply(name);
    }

    /**
     * A number that was computed from counts and sums of this cell: it may be shown when all of them may.
     *
     * @param number the number
     * @param from the counts it was computed from
     * @param summed the counts over whose members the sums go that it was computed from
     */
    public Disclosed derived(BigDecimal number, Collection<String> from, Collection<String> summed) {
        Optional<Reason> reason = reason(from, summed);
        if (reason.isPresent()) {
            return new Disclosed.Suppressed(reason.get(), 0);
        }
        if (entitled || policy.roundingBase() <= 1) {
            return new Disclosed.Shown(number);
        }
        BigDecimal rounded = number.round(FEW_DIGITS);
        return new Disclosed.Rounded(rounded, rounded.ulp());
    }

    /** A share of a count, of the rounded counts where these are rounded. */
    public Disclosed share(String part, String whole, BigDecimal exactly) {
        Disclosed share = derived(exactly, List.of(part, whole), List.of());
        if (!(share instanceof Disclosed.Rounded)) {
            return share;
        }
        BigDecimal parts = count(part).value().orElse(BigDecimal.ZERO);
        BigDecimal wholes = count(whole).value().orElse(BigDecimal.ZERO);
        BigDecimal rounded = wholes.signum() == 0
                ? BigDecimal.ZERO
                : parts.divide(wholes, FEW_DIGITS).min(BigDecimal.ONE);
        return new Disclosed.Rounded(rounded, rounded.ulp());
    }

    /**
     * A number that is adjusted for case mix: it needs more people than others, too.
     *
     * @param analysed the count of those it is about
     * @param from the counts it was computed from
     * @param summed the counts over whose members the sums go that it was computed from
     */
    public Disclosed adjusted(BigDecimal number, String analysed, Collection<String> from, Collection<String> summed) {
        return !entitled && cell.count(analysed) < policy.adjustedFrom()
                ? new Disclosed.Suppressed(Reason.PRIMARY, 0)
                : derived(number, from, summed);
    }

    /**
     * How many of a count are in a part of it, over how many were expected there; the expected go with the part. Where counts are rounded, of the rounded ones:
     * more digits would tell what they were.
     *
     * @param expectedShare of the whole, 0 to 1
     */
    public Disclosed overExpected(BigDecimal exactly, String part, String whole, BigDecimal expectedShare) {
        Disclosed ratio = adjusted(exactly, whole, List.of(part, whole), List.of(part));
        if (!(ratio instanceof Disclosed.Rounded)) {
            return ratio;
        }
        BigDecimal expected = count(whole)
                .value()
                .orElse(BigDecimal.ZERO)
                .multiply(expectedShare.round(FEW_DIGITS), MathContext.DECIMAL64);
        BigDecimal rounded = expected.signum() == 0
                ? BigDecimal.ZERO
                : count(part).value().orElse(BigDecimal.ZERO).divide(expected, FEW_DIGITS);
        return new Disclosed.Rounded(rounded, rounded.ulp());
    }

    /** Nothing, because it would say too much together with what is shown elsewhere. */
    public Disclosed withheld() {
        return new Disclosed.Suppressed(Reason.WITHHELD, 0);
    }

    /** Whether something of all of these may be shown, exactly or rounded. */
    public boolean mayShow(Collection<String> from, Collection<String> summed) {
        return reason(from, summed).isEmpty();
    }

    /** Whether everything of these may be shown exactly, so that the sums themselves may be given. */
    public boolean isExact(Collection<String> from, Collection<String> summed) {
        return reason(from, summed).isEmpty() && (entitled || policy.roundingBase() <= 1);
    }

    private Optional<Reason> reason(Collection<String> from, Collection<String> summed) {
        return Stream.concat(
                        from.stream()
                                .map(this::count)
                                .flatMap(count -> count instanceof Disclosed.Suppressed hidden
                                        ? Stream.of(hidden.reason())
                                        : Stream.empty()),
                        summed.stream().map(hiddenSums).flatMap(Optional::stream))
                .min(Enum::compareTo);
    }
}
