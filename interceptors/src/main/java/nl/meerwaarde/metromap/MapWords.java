package nl.meerwaarde.metromap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.metromap.MetroMap.Station;
import nl.meerwaarde.metromap.MetroMap.StationKind;

/** What a map says besides its names, in one language. */
record MapWords(String language) {
    String subtitle() {
        return words("subtitle");
    }

    String here() {
        return words("here");
    }

    String stations() {
        return words("stations");
    }

    /** What a kind of station is called in the key. */
    String kind(StationKind kind) {
        return words("kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** Who, when, what must be known and what there is to choose; one line each. */
    List<String> details(Station station) {
        List<String> details = new ArrayList<>();
        details.add(words("who", String.join(", ", station.who())));
        if (!station.when().isEmpty()) {
            details.add(words("when", station.when()));
        }
        if (!station.information().isEmpty()) {
            details.add(words("information", String.join("; ", station.information())));
        }
        if (!station.options().isEmpty()) {
            details.add(words("options", String.join(" / ", station.options())));
        }
        return details;
    }

    /** What the map is, for who cannot see it. */
    String description(MetroMap map) {
        String whole = words(
                "description",
                map.stations().size(),
                map.lines().size(),
                String.join(", ", map.lines().stream().map(MetroMap.Line::name).toList()));
        return map.here().isEmpty()
                ? whole
                : whole + " "
                        + words(
                                "description.here",
                                map.stations().get(map.here().getAsInt()).name());
    }

    private String words(String key, Object... arguments) {
        return Sentence.beside(MapWords.class, key, arguments).in(language);
    }
}
