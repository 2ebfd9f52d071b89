package nl.meerwaarde.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.meerwaarde.outcome.SettledFacts;

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
    DEPRIVATION("deprivation"),
    /** The CareTeam that answers for the outcome; for whoever may see everything of its organisation, and nobody else. */
    TEAM("team_id");

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

    /** The stratum of what is not known; that no team answers is known. */
    String missing() {
        return this == TEAM ? SettledFacts.NO_TEAM : FactCell.UNKNOWN;
    }

    /** The stratum of a cell. */
    String valueOf(FactCell cell) {
        return cell.strata().getOrDefault(this, missing());
    }

    static Optional<Stratifier> of(String code) {
        return Arrays.stream(values())
                .filter(stratifier -> stratifier.code().equals(code))
                .findFirst();
    }
}
