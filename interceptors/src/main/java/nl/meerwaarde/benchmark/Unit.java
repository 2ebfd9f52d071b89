package nl.meerwaarde.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.terminology.Canonicals.Extensions;

/** What is put side by side: a code of {@code stratifier}. */
enum Unit {
    ORGANIZATION("unknown", Extensions.STRATUM_ORGANIZATION, Extensions.OWN_ORGANIZATION),
    TEAM("no-team", Extensions.STRATUM_TEAM, Extensions.OWN_TEAM);

    /** Sentences that say of teams what others say of organisations. */
    private static final Set<String> OF_TEAMS = Set.of(
            "description",
            "own",
            "organisations",
            "time-line.description",
            "time-line.limits",
            "column.organization",
            "no-limits.hidden",
            "no-limits.too-few",
            "unknown-group",
            "not-by-organization",
            "no-organization");

    private final String nobody;
    private final String stratum;
    private final String own;

    Unit(String nobody, String stratum, String own) {
        this.nobody = nobody;
        this.stratum = stratum;
        this.own = own;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Unit> of(String code) {
        return Arrays.stream(values()).filter(unit -> unit.code().equals(code)).findFirst();
    }

    /** The stratum of episodes that are none of them's. */
    String nobody() {
        return nobody;
    }

    /** The extension that says whom a stratum is about. */
    String stratum() {
        return stratum;
    }

    /** The extension that marks the recipient's own. */
    String own() {
        return own;
    }

    /** Which sentence says it of them. */
    String key(String key) {
        return this == TEAM && OF_TEAMS.contains(key) ? key + ".team" : key;
    }
}
