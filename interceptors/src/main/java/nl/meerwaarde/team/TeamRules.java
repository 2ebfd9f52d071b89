package nl.meerwaarde.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.team.Coverage.Held;
import nl.meerwaarde.team.Coverage.Stretch;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Period;

/** Everything that is wrong with a team. What it says of a person is never quoted: a member is named by its place. */
final class TeamRules {
    private static final Set<String> PEOPLE = Set.of("Practitioner", "PractitionerRole");
    private static final Set<String> MEMBERS =
            Set.of("Practitioner", "PractitionerRole", "RelatedPerson", "Patient", "Organization", "CareTeam");
    /** A desk or a department can plan and can be called at night; it cannot be responsible. */
    private static final Set<String> OF_PEOPLE_ONLY =
            Set.of(TeamRole.MAIN_PRACTITIONER, TeamRole.CONTACT_PERSON, TeamRole.LEAD);

    private final Team team;
    private final TeamRoles roles;
    private final Function<String, Optional<String>> patientOfRelative;
    private final List<Problem> problems = new ArrayList<>();

    private TeamRules(Team team, TeamRoles roles, Function<String, Optional<String>> patientOfRelative) {
        this.team = team;
        this.roles = roles;
        this.patientOfRelative = patientOfRelative;
    }

    /**
     * Checks a team.
     *
     * @param patientOfRelative gives the patient ({@code Patient/1}) of a RelatedPerson ({@code RelatedPerson/2}); empty when that is not known
     */
    static List<Problem> check(
            CareTeam resource, TeamRoles roles, Function<String, Optional<String>> patientOfRelative) {
        Team team = Team.of(resource, roles);
        if (team.isEnteredInError()) {
            return List.of();
        }
        return new TeamRules(team, roles, patientOfRelative).check();
    }

    private List<Problem> check() {
        checkHead();
        team.memberships().forEach(this::checkMembership);
        checkRepeated();
        if (!team.days().isEmpty()) {
            new TreeSet<>(team.held()).forEach(this::checkHeld);
        }
        return List.copyOf(problems);
    }

    private void checkHead() {
        require(team.resource().hasStatus(), "CareTeam.status", "team-incomplete.status");
        require(
                team.subjectType().equals("Patient") || team.isOfGroup(),
                "CareTeam.subject",
                "team-incomplete.subject");
        require(team.resource().getPeriod().hasStart(), "CareTeam.period", "team-incomplete.start");
        checkOrder(team.resource().getPeriod(), "CareTeam.period");
    }

    private void checkMembership(Membership membership) {
        require(
                !membership.member().isEmpty() && (unresolved(membership) || MEMBERS.contains(membership.memberType())),
                membership.path() + ".member",
                "team-incomplete.member");
        checkOrder(membership.participant().getPeriod(), membership.path() + ".period");
        checkWithinTeam(membership);
        checkRoles(membership);
        checkRelative(membership);
    }

    /** A member of whom only an identifier is known may be of any kind. */
    private static boolean unresolved(Membership membership) {
        return membership.memberType().isEmpty();
    }

    private void checkOrder(Period period, String path) {
        Days days = Days.of(period);
        // Who comes and leaves within a day is a member on no whole day, which is no contradiction.
        if (days.isEmpty() && (days.last().plusDays(1).isBefore(days.first()) || endsFirst(period))) {
            problem(ProblemCode.CONTRADICTING_PERIOD, path, "contradicting-period.order");
        }
    }

    private static boolean endsFirst(Period period) {
        return period.getEnd() != null
                && period.getStart() != null
                && period.getEnd().before(period.getStart());
    }

    /** Where a member's period has no end of its own, it ends with the team's. */
    private void checkWithinTeam(Membership membership) {
        Days own = membership.days();
        Days whole = team.days();
        if (own.isEmpty() || whole.isEmpty()) {
            return;
        }
        boolean tooEarly = !own.first().equals(LocalDate.MIN) && own.first().isBefore(whole.first());
        boolean tooLate = !own.last().equals(LocalDate.MAX) && own.last().isAfter(whole.last());
        if (tooEarly || tooLate || own.and(whole).isEmpty()) {
            problem(ProblemCode.CONTRADICTING_PERIOD, membership.path() + ".period", "contradicting-period.outside");
        }
    }

    private void checkRoles(Membership membership) {
        require(membership.participant().hasRole(), membership.path() + ".role", "team-incomplete.role");
        for (int i = 0; i < membership.participant().getRole().size(); i++) {
            if (roles.named(membership.participant().getRole().get(i)).isEmpty()) {
                problem(ProblemCode.UNKNOWN_TEAM_ROLE, membership.path() + ".role[" + i + "]", "unknown-team-role");
            }
        }
        membership.roles().stream()
                .filter(role -> !suits(role, membership.memberType()))
                .forEach(role -> problem(
                        ProblemCode.UNSUITABLE_TEAM_ROLE,
                        membership.path() + ".role",
                        "unsuitable-team-role",
                        role.name()));
    }

    private static boolean suits(TeamRole role, String memberType) {
        if (memberType.isEmpty()) {
            return true;
        }
        return switch (role.kind()) {
            case "professional" -> !Set.of("RelatedPerson", "Patient").contains(memberType);
            case "relative" -> memberType.equals("RelatedPerson");
            case "patient" -> memberType.equals("Patient");
            case "supplier" -> memberType.equals("Organization");
            case "function" ->
                PEOPLE.contains(memberType)
                        || memberType.equals("Organization") && !OF_PEOPLE_ONLY.contains(role.code());
            default -> true;
        };
    }

    /** Membership opens a record, so a relative of somebody else is not let in by mistake. */
    private void checkRelative(Membership membership) {
        String subject = team.resource()
                .getSubject()
                .getReferenceElement()
                .toUnqualifiedVersionless()
                .getValue();
        boolean stranger =
                switch (membership.memberType()) {
                    case "Patient" -> !membership.member().equals(subject);
                    case "RelatedPerson" ->
                        patientOfRelative
                                .apply(membership.member())
                                .filter(patient -> !patient.equals(subject))
                                .isPresent();
                    default -> false;
                };
        if (stranger && !team.isOfGroup()) {
            problem(ProblemCode.UNSUITABLE_TEAM_ROLE, membership.path() + ".member", "unsuitable-team-role.stranger");
        }
    }

    /** One member in one role twice on one day: two entries that say the same, or contradict each other. */
    private void checkRepeated() {
        List<Membership> all = team.memberships();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                checkRepeated(all.get(j), all.get(i));
            }
        }
    }

    private void checkRepeated(Membership earlier, Membership later) {
        if (earlier.member().isEmpty()
                || !earlier.member().equals(later.member())
                || !earlier.days().overlaps(later.days())) {
            return;
        }
        earlier.roles().stream()
                .filter(role -> later.has(role.code()))
                .forEach(role -> problem(
                        ProblemCode.CONTRADICTING_PERIOD,
                        later.path() + ".period",
                        "contradicting-period.repeated",
                        role.name(),
                        "participant[" + earlier.index() + "]"));
    }

    private void checkHeld(String function) {
        Sentence name = roles.name(function).orElse(Sentence.of(function));
        List<Held> held = team.memberships().stream()
                .filter(membership -> membership.has(function))
                .map(membership -> new Held(membership.member(), membership.days()))
                .toList();
        for (Stretch stretch : Coverage.stretches(team.days(), held)) {
            if (stretch.holders().isEmpty() && !team.isProposed()) {
                problem(
                        ProblemCode.TEAM_INCOMPLETE,
                        "CareTeam.participant",
                        "team-incomplete.function",
                        name,
                        when(stretch.days()));
            } else if (stretch.holders().size() > 1 && team.heldByOne().contains(function)) {
                problem(
                        ProblemCode.TEAM_ROLE_TAKEN,
                        "CareTeam.participant",
                        "team-role-taken",
                        name,
                        when(stretch.days()),
                        places(function, stretch));
            }
        }
    }

    private String places(String function, Stretch stretch) {
        return team.memberships().stream()
                .filter(membership ->
                        membership.has(function) && membership.days().overlaps(stretch.days()))
                .map(membership -> "participant[" + membership.index() + "]")
                .collect(Collectors.joining(", "));
    }

    private static Sentence when(Days days) {
        boolean ends = !days.last().equals(LocalDate.MAX);
        String key = days.first().equals(LocalDate.MIN)
                ? ends ? "when.until" : "when.always"
                : ends ? "when.between" : "when.from";
        return Sentence.beside(TeamRules.class, key, days.first(), days.last());
    }

    private void require(boolean holds, String path, String key) {
        if (!holds) {
            problem(ProblemCode.TEAM_INCOMPLETE, path, key);
        }
    }

    private void problem(ProblemCode code, String path, String key, Object... arguments) {
        problems.add(new Problem(code, path, Sentence.beside(TeamRules.class, key, arguments)));
    }
}
