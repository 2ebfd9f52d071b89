package nl.meerwaarde.metromap;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a map shows, in one language, before anything has a place.
 *
 * @param language BCP 47 tag of all its texts
 * @param title of the pathway
 * @param lines in the order in which they are drawn, the patient's first; each has a station
 * @param stations in the order of time; at least one
 * @param here the station at which the patient is; empty when the map is nobody's
 */
record MetroMap(String language, String title, List<Line> lines, List<Station> stations, OptionalInt here) {
    MetroMap {
        lines = List.copyOf(lines);
        stations = List.copyOf(stations);
    }

    /** What a line stands for. */
    enum LineKind {
        PATIENT,
        PROFESSION,
        DIAGNOSTICS
    }

    /** A line. */
    record Line(String name, LineKind kind) {}

    /** What a station is. */
    enum StationKind {
        ACTIVITY,
        DECISION,
        MEASUREMENT,
        /** The treatment that all days are counted from. */
        TREATMENT
    }

    /**
     * A station.
     *
     * @param id of the action, unique in the map
     * @param lines places of its lines in the map's list, ascending; at least one
     * @param who takes part
     * @param when counted from the treatment; empty when that is not known
     * @param information what must be known before
     * @param options what there is to choose; only of decisions
     */
    record Station(
            String id,
            String name,
            StationKind kind,
            List<Integer> lines,
            List<String> who,
            String when,
            List<String> information,
            List<String> options) {
        Station {
            lines = List.copyOf(lines);
            who = List.copyOf(who);
            information = List.copyOf(information);
            options = List.copyOf(options);
        }
    }

    MetroMap at(int station) {
        return new MetroMap(language, title, lines, stations, OptionalInt.of(station));
    }
}
