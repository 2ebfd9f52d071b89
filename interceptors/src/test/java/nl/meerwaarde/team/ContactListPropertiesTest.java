package nl.meerwaarde.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.team.ContactList.Contact;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.Reference;

/** Laws of the one list over several teams. */
class ContactListPropertiesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 20);
    private static final TeamRoles ROLES = ShippedRoles.read();

    /** Who is in a team, by number, and as what. */
    private record Place(int member, String role) {}

    @Property
    void nobodyStandsTwiceUnderOneNeed(@ForAll("teams") List<List<Place>> teams) {
        assertThat(list(teams).answers())
                .allSatisfy(answer -> assertThat(answer.contacts())
                        .extracting(contact -> contact.person().key())
                        .doesNotHaveDuplicates());
    }

    @Property
    void everybodyIsAMemberOnce(@ForAll("teams") List<List<Place>> teams) {
        assertThat(list(teams).members())
                .extracting(contact -> contact.person().key())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(teams.stream()
                        .flatMap(List::stream)
                        .map(place -> "m" + place.member())
                        .collect(Collectors.toSet()));
    }

    /** A team that has somebody for it answers a need; nobody answers for the night who is not named for it. */
    @Property
    void whoIsNamedIsFound(@ForAll("teams") List<List<Place>> teams) {
        ContactList list = list(teams);

        for (ContactList.Answer answer : list.answers()) {
            Set<String> named = teams.stream()
                    .flatMap(List::stream)
                    .filter(place ->
                            place.role().equals(answer.need().functions().get(0)))
                    .map(place -> "m" + place.member())
                    .collect(Collectors.toSet());
            assertThat(keys(answer.contacts(), false)).isEqualTo(named);
            if (answer.need() == Need.EMERGENCY) {
                assertThat(keys(answer.contacts(), true)).isEmpty();
            }
        }
    }

    @Property
    void theOrderOfTeamsDoesNotMatter(@ForAll("teams") List<List<Place>> teams, @ForAll long seed) {
        List<List<Place>> shuffled = new ArrayList<>(teams);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(byNeed(shuffled)).isEqualTo(byNeed(teams));
    }

    private static Map<Need, Set<String>> byNeed(List<List<Place>> teams) {
        return list(teams).answers().stream()
                .collect(Collectors.toMap(
                        ContactList.Answer::need,
                        answer -> answer.contacts().stream()
                                .map(ContactListPropertiesTest::described)
                                .collect(Collectors.toSet())));
    }

    private static String described(Contact contact) {
        return contact.person().key()
                + contact.standsIn()
                + contact.treatments().stream().map(Sentence::text).sorted().toList();
    }

    private static Set<String> keys(List<Contact> contacts, boolean standingIn) {
        return contacts.stream()
                .filter(contact -> contact.standsIn() == standingIn)
                .map(contact -> contact.person().key())
                .collect(Collectors.toSet());
    }

    private static ContactList list(List<List<Place>> teams) {
        List<TreatingTeam> treating = new ArrayList<>();
        for (List<Place> places : teams) {
            treating.add(new TreatingTeam(
                    Team.of(team(places), ROLES), List.of(Sentence.of("Treatment " + Math.abs(places.hashCode())))));
        }
        return ContactList.of(treating, DAY, ContactListPropertiesTest::person);
    }

    private static Optional<Person> person(Membership membership) {
        String key = membership.participant().getMember().getDisplay();
        return Optional.of(new Person(
                key,
                membership.participant().getMember(),
                key,
                new Reference(),
                List.of(),
                List.of(),
                List.of(),
                true));
    }

    private static CareTeam team(List<Place> places) {
        CareTeam team = new CareTeam();
        places.forEach(place -> {
            CareTeamParticipantComponent participant = team.addParticipant();
            participant
                    .addRole()
                    .addCoding()
                    .setSystem(Canonicals.CodeSystems.TEAM_ROLE)
                    .setCode(place.role());
            participant.getMember().setDisplay("m" + place.member());
        });
        return team;
    }

    @Provide
    Arbitrary<List<List<Place>>> teams() {
        Arbitrary<Place> place = Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(
                                "main-practitioner",
                                "contact-person",
                                "planner",
                                "contact-24-7",
                                "lead",
                                "nurse",
                                "relative"))
                .as(Place::new);
        return place.list().ofMaxSize(6).list().ofMaxSize(3);
    }
}
