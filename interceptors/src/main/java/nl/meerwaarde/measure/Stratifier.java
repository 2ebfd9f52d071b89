package nl.meerwaarde.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.meerwaarde.outcome.SettledFacts;

/** By what a report divides its episodes, one per code of the code system {@code stratifier}. */
public enum Stratifier {
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

    /** The stratum of what is not known. */
    public static final String UNKNOWN = "unknown";

    private final String column;

    Stratifier(String column) {
        this.column = column;
    }

    /** The column of the fact tables that holds it. */
    public String column() {
        return column;
    }

    /** In the code system {@code stratifier}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stratum of what is not known; that no team answers is known. */
    public String missing() {
        return this == TEAM ? SettledFacts.NO_TEAM : UNKNOWN;
    }

    /** The stratifier of a code; empty when there is none such. */
    public static Optional<Stratifier> of(String code) {
        return Arrays.stream(values())
                .filter(stratifier -> stratifier.code().equals(code))
                .findFirst();
    }
}
