package nl.meerwaarde.audit;

import java.util.Arrays;
import java.util.Locale;

/** What somebody does with resources, in the words of FHIR's RESTful API ({@code http://hl7.org/fhir/restful-interaction}). */
enum Interaction {
    READ("R"),
    VREAD("R"),
    HISTORY_INSTANCE("R"),
    HISTORY_TYPE("R"),
    HISTORY_SYSTEM("R"),
    SEARCH_TYPE("E"),
    SEARCH_SYSTEM("E"),
    CREATE("C"),
    UPDATE("U"),
    PATCH("U"),
    DELETE("D"),
    OPERATION("E"),
    /** A Bundle as a whole; what was done with its entries stands in entries of their own. */
    TRANSACTION("E"),
    /** What the server can do. Tells nothing about anybody, so it is not recorded. */
    CAPABILITIES("R");

    private final String action;

    Interaction(String action) {
        this.action = action;
    }

    /** As in FHIR's code system. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** FHIR's code of {@code AuditEvent.action}: C, R, U, D or E. */
    String action() {
        return action;
    }

    boolean isSearch() {
        return this == SEARCH_TYPE || this == SEARCH_SYSTEM;
    }

    boolean isWrite() {
        return this == CREATE || this == UPDATE || this == PATCH || this == DELETE;
    }

    static Interaction of(String code) {
        return Arrays.stream(values())
                .filter(interaction -> interaction.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No interaction is called " + code));
    }
}
