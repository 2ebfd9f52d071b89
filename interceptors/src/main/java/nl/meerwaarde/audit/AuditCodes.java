package nl.meerwaarde.audit;

import org.hl7.fhir.r4.model.Coding;

/** Code systems of others that AuditEvents are written with. */
final class AuditCodes {
    static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    static final String PROVENANCE_PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    static final String INTERACTION = "http://hl7.org/fhir/restful-interaction";

    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/CodeSystem/";

    private AuditCodes() {}

    static Coding rest() {
        return new Coding(HL7 + "audit-event-type", "rest", "RESTful Operation");
    }

    static Coding person() {
        return new Coding(HL7 + "audit-entity-type", "1", "Person");
    }

    static Coding systemObject() {
        return new Coding(HL7 + "audit-entity-type", "2", "System Object");
    }

    static Coding request() {
        return new Coding(BALP + "BasicAuditEntityType", "XrequestId", null);
    }

    static Coding patient() {
        return new Coding(HL7 + "object-role", "1", "Patient");
    }

    static Coding domainResource() {
        return new Coding(HL7 + "object-role", "4", "Domain Resource");
    }

    static Coding query() {
        return new Coding(HL7 + "object-role", "24", "Query");
    }

    static Coding applicationServer() {
        return new Coding(HL7 + "security-source-type", "4", "Application Server");
    }

    /** The one on whose behalf the user acts. */
    static Coding responsible() {
        return new Coding(PARTICIPATION, "RESP", "responsible party");
    }

    /** The one for whom the application was launched. */
    static Coding subject() {
        return new Coding(PARTICIPATION, "SBJ", "subject");
    }

    static Coding breakTheGlass() {
        return new Coding(HL7 + "v3-ActReason", "BTG", "break the glass");
    }
}
