package nl.meerwaarde.metromap;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import nl.meerwaarde.metromap.MetroMap.Line;
import nl.meerwaarde.metromap.MetroMap.LineKind;
import nl.meerwaarde.metromap.MetroMap.Station;
import nl.meerwaarde.metromap.MetroMap.StationKind;

/** Maps of all kinds: long names, many lines, stations without the patient, pathways without one. */
final class RandomMaps {
    private RandomMaps() {}

    private record Draft(String name, StationKind kind, Set<Integer> lines, String when, List<String> words) {}

    static Arbitrary<MetroMap> all() {
        Arbitrary<List<Draft>> drafts = draft().list().ofMinSize(1).ofMaxSize(24);
        Arbitrary<List<String>> names = text().list().ofSize(9);
        return Combinators.combine(
                        drafts,
                        names,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(-1, 23))
                .as(RandomMaps::map);
    }

    private static MetroMap map(List<Draft> drafts, List<String> names, boolean withPatient, int here) {
        List<Integer> used = List.copyOf(drafts.stream()
                .flatMap(draft -> draft.lines().stream())
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        List<Line> lines = new ArrayList<>();
        for (int line : used) {
            boolean patient = withPatient && lines.isEmpty();
            lines.add(new Line(names.get(line), patient ? LineKind.PATIENT : LineKind.PROFESSION));
        }
        List<Station> stations = IntStream.range(0, drafts.size())
                .mapToObj(i -> station(drafts.get(i), "a" + i, used))
                .toList();
        return new MetroMap(
                "nl",
                names.get(0),
                lines,
                stations,
                here >= 0 && here < stations.size() ? OptionalInt.of(here) : OptionalInt.empty());
    }

    private static Station station(Draft draft, String id, List<Integer> used) {
        return new Station(
                id,
                draft.name(),
                draft.kind(),
                draft.lines().stream().map(used::indexOf).sorted().toList(),
                draft.words(),
                draft.when(),
                draft.words(),
                draft.kind() == StationKind.DECISION ? draft.words() : List.of());
    }

    private static Arbitrary<Draft> draft() {
        return Combinators.combine(
                        text(),
                        Arbitraries.of(StationKind.class),
                        Arbitraries.integers().between(0, 8).set().ofMinSize(1).ofMaxSize(6),
                        Arbitraries.of("", "6 weken ervoor", "kort voor de behandeling"),
                        text().list().ofMaxSize(3))
                .as(Draft::new);
    }

    private static Arbitrary<String> text() {
        Arbitrary<String> word = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("MWÄéß&<\"'-")
                .ofMinLength(1)
                .ofMaxLength(34);
        return word.list().ofMinSize(1).ofMaxSize(6).map(words -> String.join(" ", words));
    }
}
