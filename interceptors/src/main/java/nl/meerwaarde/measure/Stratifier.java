package nl.meerwaarde.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** By what a report divides its episodes, one per code of the code system {@code stratifier}. */
enum Stratifier {
    /** The organisation that the outcome belongs to. */
    ORGANIZATION(FactCell::organization),
    /** Administrative gender. */
    SEX(FactCell::sex),
    /** Ten-year age band at the index event. */
    AGE_BAND(FactCell::ageBand);

    private final Function<FactCell, String> value;

    Stratifier(Function<FactCell, String> value) {
        this.value = value;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stratum of a cell; {@code unknown} where the fact is missing. */
    String valueOf(FactCell cell) {
        return value.apply(cell);
    }

    static Optional<Stratifier> of(String code) {
        return Arrays.stream(values())
                .filter(stratifier -> stratifier.code().equals(code))
                .findFirst();
    }
}
