package nl.meerwaarde.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.team.Coverage.Held;
import nl.meerwaarde.team.Coverage.Stretch;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;

/** The rules of a team say the same as going through it day by day. */
class TeamRulesPropertiesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 20);
    private static final int DAYS = 20;
    private static final TeamRoles ROLES = ShippedRoles.read();
    private static final List<String> FUNCTIONS = List.of(TeamRole.MAIN_PRACTITIONER, TeamRole.CONTACT_PERSON);

    /** A participant by numbers of days from the first; null where its period says nothing. */
    private record Place(
            int member,
            String role,
            @Nullable Integer start,
            @Nullable Integer end) {
        boolean on(int day) {
            return (start == null || start <= day) && (end == null || day <= end);
        }

        boolean endsFirst() {
            return start != null && end != null && end < start;
        }
    }

    @Property(tries = 3000)
    void theRulesSayWhatGoingThroughTheDaysSays(@ForAll("teams") List<Place> places) {
        Set<ProblemCode> said = TeamRules.check(team(places), ROLES, relative -> Optional.empty()).stream()
                .map(Problem::code)
                .collect(Collectors.toSet());

        assertThat(said).isEqualTo(dayByDay(places));
        Statistics.label("accepted").collect(said.isEmpty());
    }

    @Property
    void stretchesCoverEveryDayOnce(@ForAll("teams") List<Place> places) {
        Days whole = new Days(FIRST, FIRST.plusDays(DAYS - 1));
        List<Held> held = places.stream()
                .map(place -> new Held("m" + place.member(), Days.of(period(place.start(), place.end()))))
                .toList();

        List<Stretch> stretches = Coverage.stretches(whole, held);

        for (int day = 0; day < DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            int today = day;
            Set<String> expected = places.stream()
                    .filter(place -> place.on(today))
                    .map(place -> "m" + place.member())
                    .collect(Collectors.toSet());
            assertThat(stretches.stream().filter(stretch -> stretch.days().contains(date)))
                    .singleElement()
                    .satisfies(stretch -> assertThat(stretch.holders()).isEqualTo(expected));
        }
        assertThat(IntStream.range(1, stretches.size()))
                .allSatisfy(i -> assertThat(stretches.get(i).holders())
                        .isNotEqualTo(stretches.get(i - 1).holders()));
    }

    /** What is wrong, found without any cleverness. */
    private static Set<ProblemCode> dayByDay(List<Place> places) {
        Set<ProblemCode> wrong = EnumSet.noneOf(ProblemCode.class);
        for (String function : FUNCTIONS) {
            for (int day = 0; day < DAYS; day++) {
                Set<Integer> holders = new HashSet<>();
                for (Place place : places) {
                    if (place.role().equals(function) && place.on(day)) {
                        holders.add(place.member());
                    }
                }
                if (holders.isEmpty()) {
                    wrong.add(ProblemCode.TEAM_INCOMPLETE);
                } else if (holders.size() > 1) {
                    wrong.add(ProblemCode.TEAM_ROLE_TAKEN);
                }
            }
        }
        if (places.stream().anyMatch(place -> place.endsFirst() || isOutside(place)) || isRepeated(places)) {
            wrong.add(ProblemCode.CONTRADICTING_PERIOD);
        }
        return wrong;
    }

    /** Some day that it names is not the team's, or none of the team's days is its own. */
    private static boolean isOutside(Place place) {
        boolean named = place.start() != null && place.start() < 0 || place.end() != null && place.end() >= DAYS;
        return named || IntStream.range(0, DAYS).noneMatch(place::on);
    }

    private static boolean isRepeated(List<Place> places) {
        for (int day = -DAYS; day < 2 * DAYS; day++) {
            Set<String> seen = new HashSet<>();
            for (Place place : places) {
                if (place.on(day) && !place.endsFirst() && !seen.add(place.member() + place.role())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static CareTeam team(List<Place> places) {
        CareTeam team = new CareTeam();
        team.setStatus(CareTeamStatus.ACTIVE);
        team.getSubject().setReference("Patient/1");
        team.setPeriod(period(0, DAYS - 1));
        places.forEach(place -> {
            CareTeamParticipantComponent participant = team.addParticipant();
            participant
                    .addRole()
                    .addCoding()
                    .setSystem(Canonicals.CodeSystems.TEAM_ROLE)
                    .setCode(place.role());
            participant.getMember().setReference("Practitioner/" + place.member());
            participant.setPeriod(period(place.start(), place.end()));
        });
        return team;
    }

    private static Period period(@Nullable Integer start, @Nullable Integer end) {
        Period period = new Period();
        if (start != null) {
            period.setStartElement(new DateTimeType(FIRST.plusDays(start).toString()));
        }
        if (end != null) {
            period.setEndElement(new DateTimeType(FIRST.plusDays(end).toString()));
        }
        return period;
    }

    /** Both functions are handed over once or not at all, mostly from one day to the next; and some more places. */
    @Provide
    Arbitrary<List<Place>> teams() {
        Arbitrary<List<Place>> others = place().list().ofMaxSize(2);
        return Combinators.combine(handedOver(FUNCTIONS.get(0)), handedOver(FUNCTIONS.get(1)), others)
                .as((main, contact, more) -> {
                    List<Place> all = new ArrayList<>(main);
                    all.addAll(contact);
                    all.addAll(more);
                    return all;
                });
    }

    private static Arbitrary<List<Place>> handedOver(String function) {
        Arbitrary<Integer> day = Arbitraries.integers().between(0, DAYS - 2);
        Arbitrary<Integer> slip = Arbitraries.frequency(Tuple.of(12, 0), Tuple.of(1, 1), Tuple.of(1, -1));
        Arbitrary<Boolean> open = Arbitraries.of(true, false);
        return Combinators.combine(day, slip, open, Arbitraries.integers().between(0, 2))
                .as((last, slips, isOpen, member) -> List.of(
                        new Place(member, function, isOpen ? null : 0, last),
                        new Place(member + 1, function, last + 1 + slips, isOpen ? null : DAYS - 1)));
    }

    private static Arbitrary<Place> place() {
        Arbitrary<Integer> day = Arbitraries.integers().between(-1, DAYS).injectNull(0.4);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of("physiotherapist", "planner", TeamRole.CONTACT_PERSON),
                        day,
                        day)
                .as(Place::new);
    }
}
