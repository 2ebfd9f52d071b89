package nl.meerwaarde.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Sentence;

/**
 * Whom a patient calls for what, on one day, over all teams: nobody stands twice under one need.
 *
 * @param answers one per need, most urgent first; none when no team has a member on that day
 * @param members everybody in the teams
 */
record ContactList(List<Answer> answers, List<Contact> members) {
    ContactList {
        answers = List.copyOf(answers);
        members = List.copyOf(members);
    }

    /** Who is there for a need; nobody when no team names somebody. */
    record Answer(Need need, List<Contact> contacts) {}

    /**
     * Somebody to call.
     *
     * @param roles professions, or functions where no profession is known
     * @param function in which function; empty in the list of all members
     * @param standsIn whether for somebody else, whom the team does not have or who is away
     * @param treatments what it is about
     */
    record Contact(
            Person person,
            List<TeamRole> roles,
            Optional<TeamRole> function,
            boolean standsIn,
            List<Sentence> treatments) {}

    /**
     * Makes the list.
     *
     * @param directory who a member is; empty when it is gone
     */
    static ContactList of(List<TreatingTeam> teams, LocalDate day, Function<Membership, Optional<Person>> directory) {
        List<Roster> rosters =
                teams.stream().map(team -> Roster.of(team, day, directory)).toList();
        List<Contact> members =
                merged(rosters.stream().flatMap(Roster::everybody).toList());
        if (members.isEmpty()) {
            return new ContactList(List.of(), List.of());
        }
        return new ContactList(
                Arrays.stream(Need.values())
                        .map(need -> new Answer(
                                need,
                                merged(rosters.stream()
                                        .flatMap(roster -> roster.contacts(need, day))
                                        .toList())))
                        .toList(),
                members);
    }

    /** The same person at the same organisation is one, who may be called about several treatments. */
    private static List<Contact> merged(List<Contact> contacts) {
        Map<String, Contact> byPerson = new LinkedHashMap<>();
        contacts.forEach(contact -> byPerson.merge(contact.person().key(), contact, ContactList::merge));
        return List.copyOf(byPerson.values());
    }

    private static Contact merge(Contact a, Contact b) {
        return new Contact(
                a.person(),
                union(a.roles(), b.roles()),
                a.standsIn() ? b.function() : a.function(),
                a.standsIn() && b.standsIn(),
                union(a.treatments(), b.treatments()));
    }

    private static <T> List<T> union(Collection<T> a, Collection<T> b) {
        return Stream.concat(a.stream(), b.stream()).distinct().toList();
    }

    /** Who is in one team on the day. */
    private record Roster(List<Place> places, List<Sentence> treatments) {
        private record Place(Membership membership, Person person) {}

        static Roster of(TreatingTeam team, LocalDate day, Function<Membership, Optional<Person>> directory) {
            List<Place> places = new ArrayList<>();
            for (Membership membership : team.team().on(day)) {
                directory
                        .apply(membership)
                        .filter(Person::active)
                        .ifPresent(person -> places.add(new Place(membership, person)));
            }
            return new Roster(places, team.treatments());
        }

        Stream<Contact> everybody() {
            return places.stream().map(place -> contact(place, Optional.empty(), false));
        }

        /** Those in the first function that somebody who is there has; where all are away, those who would be. */
        Stream<Contact> contacts(Need need, LocalDate day) {
            for (String function : need.functions()) {
                List<Place> there = in(function)
                        .filter(place -> place.person().absence(day).isEmpty())
                        .toList();
                if (!there.isEmpty()) {
                    boolean standsIn = !function.equals(need.functions().get(0));
                    return there.stream().map(place -> contact(place, role(place, function), standsIn));
                }
            }
            String first = need.functions().get(0);
            return in(first).map(place -> contact(place, role(place, first), false));
        }

        private Stream<Place> in(String function) {
            return places.stream().filter(place -> place.membership().has(function));
        }

        private static Optional<TeamRole> role(Place place, String code) {
            return place.membership().roles().stream()
                    .filter(role -> role.code().equals(code))
                    .findFirst();
        }

        private Contact contact(Place place, Optional<TeamRole> function, boolean standsIn) {
            return new Contact(place.person(), rolesOf(place.person()), function, standsIn, treatments);
        }

        /** All that the same person is in this team; a profession says more than a function. */
        private List<TeamRole> rolesOf(Person person) {
            List<TeamRole> all = places.stream()
                    .filter(place -> place.person().key().equals(person.key()))
                    .flatMap(place -> place.membership().roles().stream())
                    .distinct()
                    .toList();
            List<TeamRole> professions =
                    all.stream().filter(role -> !role.isFunction()).toList();
            return professions.isEmpty() ? all : professions;
        }
    }
}
