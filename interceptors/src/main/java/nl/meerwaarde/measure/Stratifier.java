package nl.meerwaarde.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what a report divides its episodes, one per code of the code system {@code stratifier}. */
enum Stratifier {
    /** The organisation that the outcome belongs to. */
    ORGANIZATION("organization_id"),
    /** Administrative gender. */
    SEX("sex"),
    /** Ten-year age band at the index event. */
    AGE_BAND("age_band"),
    /** The language the patient prefers. */
    LANGUAGE("language"),
    /** Health literacy. */
    LITERACY("literacy"),
    /** Fifth of the neighbourhoods by deprivation, 1 is the most deprived. */
    DEPRIVATION("deprivation");

    private final String column;

    Stratifier(String column) {
        this.column = column;
    }

    /** The column of the fact tables that holds it. */
    String column() {
        return column;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stratum of a cell; {@code unknown} where the fact is missing. */
    String valueOf(FactCell cell) {
        return cell.strata().getOrDefault(this, FactCell.UNKNOWN);
    }

    static Optional<Stratifier> of(String code) {
        return Arrays.stream(values())
                .filter(stratifier -> stratifier.code().equals(code))
                .findFirst();
    }
}
