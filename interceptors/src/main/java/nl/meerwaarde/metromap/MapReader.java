package nl.meerwaarde.metromap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.metromap.MetroMap.Line;
import nl.meerwaarde.metromap.MetroMap.Station;
import nl.meerwaarde.metromap.MetroMap.StationKind;
import nl.meerwaarde.team.TeamRoles;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.ActionParticipantType;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.StringType;

/** Reads what a map shows from a PlanDefinition. Every action is a station, unless it is an outcome event, which nobody plans; groups of actions are read through. */
final class MapReader {
    private static final String INDEX_EVENT = "index-event";
    private static final String MEASUREMENT_MOMENT = "measurement-moment";
    private static final String OUTCOME_EVENT = "outcome-event";
    private static final String DECISION = "decision";
    private static final String ACTIVITY = "activity";

    private final MapLines lines;
    private final TeamRoles roles;
    private final String language;
    private final Set<String> ids = new LinkedHashSet<>();

    /** A station that does not know its place in the list of lines yet. */
    private record Stop(PlanDefinitionActionComponent action, StationKind kind, List<Role> roles, Optional<Day> day) {}

    private record DatedStop(Stop stop, Day day) {}

    private MapReader(MapLines lines, TeamRoles roles, String language) {
        this.lines = lines;
        this.roles = roles;
        this.language = language;
    }

    /** Reads a pathway; empty when it has no stations. */
    static Optional<PathwayMap> read(PlanDefinition definition, TeamRoles roles, String language) {
        return new MapReader(MapLines.of(definition, language), roles, language).read(definition);
    }

    private Optional<PathwayMap> read(PlanDefinition definition) {
        List<Stop> stops = stops(definition.getAction()).toList();
        if (stops.isEmpty()) {
            return Optional.empty();
        }
        List<DatedStop> dated = inOrder(stops);
        Map<Line, Integer> places = places(dated);
        List<Station> stations =
                dated.stream().map(stop -> station(stop.stop(), places)).toList();
        MetroMap map = new MetroMap(
                language,
                definition.hasTitle() ? text(definition.getTitleElement()) : String.valueOf(definition.getName()),
                List.copyOf(places.keySet()),
                stations,
                OptionalInt.empty());
        return Optional.of(new PathwayMap(
                new CanonicalReference(
                        definition.hasUrl() ? definition.getUrl() : "PlanDefinition", definition.getVersion()),
                map,
                dated.stream().map(DatedStop::day).toList()));
    }

    private Stream<Stop> stops(List<PlanDefinitionActionComponent> actions) {
        return actions.stream().flatMap(this::stops);
    }

    private Stream<Stop> stops(PlanDefinitionActionComponent action) {
        return switch (kind(action)) {
            case OUTCOME_EVENT -> Stream.empty();
            case INDEX_EVENT -> Stream.of(stop(action, StationKind.TREATMENT));
            case MEASUREMENT_MOMENT -> Stream.of(stop(action, StationKind.MEASUREMENT));
            case DECISION -> Stream.of(stop(action, StationKind.DECISION));
            case ACTIVITY -> Stream.of(stop(action, StationKind.ACTIVITY));
            default ->
                action.hasAction()
                        ? stops(action.getAction())
                        : Stream.of(stop(action, StationKind.ACTIVITY)).filter(any -> action.hasTitle());
        };
    }

    private static String kind(PlanDefinitionActionComponent action) {
        return action.getCode().stream()
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> Canonicals.CodeSystems.PATHWAY_ACTION.equals(coding.getSystem()))
                .map(coding -> String.valueOf(coding.getCode()))
                .findFirst()
                .orElse("");
    }

    private Stop stop(PlanDefinitionActionComponent action, StationKind kind) {
        List<Role> taking = new ArrayList<>();
        action.getParticipant().forEach(participant -> {
            if (participant.getType() == ActionParticipantType.PATIENT
                    || participant.getType() == ActionParticipantType.RELATEDPERSON) {
                taking.add(0, Role.PATIENT);
            } else if (participant.hasRole()) {
                taking.add(Role.of(participant.getRole(), roles, language));
            }
        });
        if (taking.isEmpty()) {
            taking.add(Role.PATIENT);
        }
        return new Stop(
                action,
                kind,
                taking.stream().distinct().toList(),
                kind == StationKind.TREATMENT ? Optional.of(Day.OF_TREATMENT) : Day.of(action));
    }

    /** By day; an action without one comes after the action that stands before it. */
    private static List<DatedStop> inOrder(List<Stop> stops) {
        List<DatedStop> dated = new ArrayList<>();
        Day last = stops.stream()
                .flatMap(stop -> stop.day().stream())
                .min(Comparator.naturalOrder())
                .orElse(Day.OF_TREATMENT);
        for (Stop stop : stops) {
            last = stop.day().orElse(last);
            dated.add(new DatedStop(stop, last));
        }
        dated.sort(Comparator.comparing(DatedStop::day));
        return dated;
    }

    /** The lines that have a station, the patient's first. */
    private Map<Line, Integer> places(List<DatedStop> stops) {
        Set<Line> used = new LinkedHashSet<>();
        stops.stream()
                .flatMap(dated -> dated.stop().roles().stream())
                .map(lines::of)
                .forEach(used::add);
        Map<Line, Integer> places = new LinkedHashMap<>();
        Stream.concat(lines.declared().stream().filter(used::contains), used.stream())
                .distinct()
                .sorted(Comparator.comparing(Line::kind))
                .forEach(line -> places.put(line, places.size()));
        return places;
    }

    private Station station(Stop stop, Map<Line, Integer> places) {
        PlanDefinitionActionComponent action = stop.action();
        return new Station(
                uniqueId(action),
                action.hasTitle() ? text(action.getTitleElement()) : String.valueOf(action.getId()),
                stop.kind(),
                stop.roles().stream()
                        .map(role -> places.getOrDefault(lines.of(role), 0))
                        .distinct()
                        .sorted()
                        .toList(),
                stop.roles().stream().map(role -> role.name(language)).toList(),
                stop.kind() == StationKind.TREATMENT
                        ? ""
                        : stop.day().map(day -> day.words().in(language)).orElse(""),
                action.getExtension().stream()
                        .filter(extension -> Canonicals.Extensions.INFORMATION_NEEDED.equals(extension.getUrl()))
                        .map(Extension::getValue)
                        .filter(StringType.class::isInstance)
                        .map(value -> text((StringType) value))
                        .toList(),
                stop.kind() == StationKind.DECISION
                        ? action.getAction().stream()
                                .filter(PlanDefinitionActionComponent::hasTitle)
                                .map(option -> text(option.getTitleElement()))
                                .toList()
                        : List.of());
    }

    private String uniqueId(PlanDefinitionActionComponent action) {
        String id = action.hasId() ? action.getId().replaceAll("[^A-Za-z0-9.-]", "-") : "station";
        String unique = id;
        for (int n = 2; !ids.add(unique); n++) {
            unique = id + "-" + n;
        }
        return unique;
    }

    private String text(StringType element) {
        return Sentence.of(element).in(language).strip();
    }
}
