package nl.meerwaarde.server.login;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.io.PrintStream;
import java.util.List;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;

/** Who can sign in to the demonstration: stores the people who are not of the cohort, and prints all. */
final class DemoAccounts {
    /** Of all of them. */
    static final String PASSWORD = "meerwaarde-demo";

    private static final String NORA = "Practitioner/demo-nora";
    private static final String VERA = "demo-000002";
    private static final List<String> TREATED = List.of("demo-000001", VERA, "demo-000003");

    private final Directory directory;
    private final DemoTokens tokens;
    private final String fhirBase;
    private final DaoRegistry daos;
    private final PrintStream console;

    DemoAccounts(Directory directory, DemoTokens tokens, String fhirBase, DaoRegistry daos, PrintStream console) {
        this.directory = directory;
        this.tokens = tokens;
        this.fhirBase = fhirBase;
        this.daos = daos;
        this.console = console;
    }

    void introduce() {
        Practitioner nora = new Practitioner().setActive(true);
        nora.addName().addGiven("Nora").setFamily("de Wit");
        store(Practitioner.class, nora, "demo-nora");
        RelatedPerson rob = new RelatedPerson().setActive(true).setPatient(new Reference("Patient/" + VERA));
        rob.addName().addGiven("Rob").setFamily("Proefpersoon");
        store(RelatedPerson.class, rob, "demo-rob");
        store(Consent.class, mayAct("demo-rob", VERA), "demo-consent-rob");
        for (String patient : TREATED) {
            CareTeam team = new CareTeam().setStatus(CareTeamStatus.ACTIVE);
            team.setSubject(new Reference("Patient/" + patient));
            team.addParticipant().setMember(new Reference(NORA));
            store(CareTeam.class, team, "demo-team-" + patient);
        }
        tokens.issue();
        console.println(
                "Who sends no token may see and do everything, from this machine. These people may less; their password is "
                        + PASSWORD + ":");
        directory
                .accounts()
                .forEach(account -> console.printf(
                        "  %-8s %-42s %s%n", account.name(), account.shownName(), String.join(", ", account.roles())));
        console.println("To ask as one of them, send the header that is in a file, such as");
        directory.account("vera").ifPresent(vera -> example(vera, "Patient"));
        directory.account("nora").ifPresent(nurse -> example(nurse, "Patient"));
        console.println();
    }

    private void example(Account account, String path) {
        console.println("  curl -H @" + tokens.file(account) + " " + fhirBase + "/" + path);
    }

    /** A patient's consent to a relative's acting for her. */
    private static Consent mayAct(String relative, String patient) {
        Consent consent = new Consent()
                .setStatus(ConsentState.ACTIVE)
                .setScope(concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"))
                .addCategory(concept("http://loinc.org", "59284-0"))
                .setPatient(new Reference("Patient/" + patient))
                .setPolicyRule(new CodeableConcept().setText("As asked"));
        consent.getProvision()
                .setType(ConsentProvisionType.PERMIT)
                .addActor()
                .setRole(concept("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP"))
                .setReference(new Reference("RelatedPerson/" + relative));
        return consent;
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }

    private <T extends Resource> void store(Class<T> type, T resource, String id) {
        resource.setId(id);
        daos.getResourceDao(type).update(resource, new SystemRequestDetails());
    }
}
