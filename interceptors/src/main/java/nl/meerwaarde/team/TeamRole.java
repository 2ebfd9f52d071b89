package nl.meerwaarde.team;

import nl.meerwaarde.fhir.Sentence;

/**
 * A role somebody can have in a team.
 *
 * @param code from the code system {@code team-role}
 * @param kind who can have it: professional, relative, patient, supplier, or function
 * @param name for people
 */
record TeamRole(String code, String kind, Sentence name) {
    static final String MAIN_PRACTITIONER = "main-practitioner";
    static final String CONTACT_PERSON = "contact-person";
    static final String PLANNER = "planner";
    static final String CONTACT_24_7 = "contact-24-7";
    static final String LEAD = "lead";

    /** What somebody is in this team besides a profession. */
    boolean isFunction() {
        return kind.equals("function");
    }

    boolean isOfRelatives() {
        return kind.equals("relative");
    }
}
