package nl.meerwaarde.team;

import java.util.List;
import java.util.Locale;
import nl.meerwaarde.fhir.Sentence;

/** What a patient wants to reach the team for, most urgent first; and who in a team is there for it, the first function that somebody can be reached in. */
enum Need {
    /** Cannot wait. Nobody stands in: who is not named for the night does not answer at night. */
    EMERGENCY(TeamRole.CONTACT_24_7),
    /** Any question or worry. */
    QUESTION(TeamRole.CONTACT_PERSON, TeamRole.MAIN_PRACTITIONER),
    /** Who has the final say. */
    TREATMENT(TeamRole.MAIN_PRACTITIONER, TeamRole.CONTACT_PERSON),
    /** Appointments. */
    PLANNING(TeamRole.PLANNER, TeamRole.CONTACT_PERSON, TeamRole.MAIN_PRACTITIONER),
    /** Praise, complaints and ideas about the team. */
    TEAMWORK(TeamRole.LEAD, TeamRole.CONTACT_PERSON, TeamRole.MAIN_PRACTITIONER);

    private final List<String> functions;

    Need(String... functions) {
        this.functions = List.of(functions);
    }

    /** The code in the code system {@code contact-need}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a patient would say it. */
    Sentence words() {
        return Sentence.beside(Need.class, "need." + code());
    }

    /** What to do when nobody is named. */
    Sentence advice() {
        return Sentence.beside(Need.class, this == EMERGENCY ? "advice.emergency" : "advice.nobody");
    }

    /** Functions of a team that are there for it; those after the first stand in. */
    List<String> functions() {
        return functions;
    }
}
