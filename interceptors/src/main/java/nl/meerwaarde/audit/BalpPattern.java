package nl.meerwaarde.audit;

import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;

/**
 * The patterns of IHE's Basic Audit Log Patterns 1.1.4 for an access that succeeded: which profile, and which part each machine plays. HAPI's {@code BalpProfileEnum} has the
 * addresses too, but gives its parts to the wrong machines for some.
 *
 * @see <a href="https://profiles.ihe.net/ITI/BALP/content.html">IHE ITI, Basic Audit Log Patterns, content profiles</a>
 */
enum BalpPattern {
    /** The data flow to the client. */
    READ("Read", Machine.DESTINATION, Machine.SOURCE, User.RECIPIENT),
    /** The question flows to the server; that is how DICOM has it. */
    QUERY("Query", Machine.SOURCE, Machine.DESTINATION, User.RECIPIENT),
    CREATE("Create", Machine.SOURCE, Machine.DESTINATION, User.AUTHOR),
    UPDATE("Update", Machine.SOURCE, Machine.DESTINATION, User.AUTHOR),
    DELETE("Delete", Machine.APPLICATION, Machine.CUSTODIAN, User.AUTHOR);

    private static final String PROFILE = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    private final String name;
    private final Machine client;
    private final Machine server;
    private final User user;

    BalpPattern(String name, Machine client, Machine server, User user) {
        this.name = name;
        this.client = client;
        this.server = server;
        this.user = user;
    }

    /** Empty for interactions that IHE has no pattern for: histories, operations, Bundles as a whole. */
    static Optional<BalpPattern> of(Interaction interaction) {
        return switch (interaction) {
            case READ, VREAD -> Optional.of(READ);
            case SEARCH_TYPE, SEARCH_SYSTEM -> Optional.of(QUERY);
            case CREATE -> Optional.of(CREATE);
            case UPDATE, PATCH -> Optional.of(UPDATE);
            case DELETE -> Optional.of(DELETE);
            default -> Optional.empty();
        };
    }

    /** What plays which part where there is no pattern: a request is a question. */
    static BalpPattern nearest(Interaction interaction) {
        return of(interaction).orElse(QUERY);
    }

    /** @param patient whether it is known whom the access concerns */
    String profile(boolean patient) {
        return PROFILE + (patient ? "Patient" : "") + name;
    }

    Coding client() {
        return client.coding();
    }

    Coding server() {
        return server.coding();
    }

    Coding user() {
        return user.coding();
    }

    private enum Machine {
        SOURCE(AuditCodes.DICOM, "110153", "Source Role ID"),
        DESTINATION(AuditCodes.DICOM, "110152", "Destination Role ID"),
        APPLICATION(AuditCodes.DICOM, "110150", "Application"),
        CUSTODIAN(AuditCodes.PROVENANCE_PARTICIPANT, "custodian", "Custodian");

        private final String system;
        private final String code;
        private final String display;

        Machine(String system, String code, String display) {
            this.system = system;
            this.code = code;
            this.display = display;
        }

        Coding coding() {
            return new Coding(system, code, display);
        }
    }

    private enum User {
        RECIPIENT("IRCP", "information recipient"),
        AUTHOR("AUT", "author (originator)");

        private final String code;
        private final String display;

        User(String code, String display) {
            this.code = code;
            this.display = display;
        }

        Coding coding() {
            return new Coding(AuditCodes.PARTICIPATION, code, display);
        }
    }
}
