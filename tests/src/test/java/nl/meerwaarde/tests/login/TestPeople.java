package nl.meerwaarde.tests.login;

import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.FhirAssert;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;

/** Who there is: two patients of Nora's, of whom one has a relative, and one who was a patient of hers. */
final class TestPeople {
    static final String VERA = "login-vera";
    static final String ANNA = "login-anna";
    /** Of nobody's team. */
    static final String PIET = "login-piet";

    static final String NORA = "login-nora";
    static final String MIES = "login-mies";
    static final String ROB = "login-rob";
    static final String HOUSE = "login-house";

    private static final int MANY = 13;

    private TestPeople() {}

    static void store(Fhir fhir) {
        put(fhir, new Organization().setName("Het huis"), HOUSE);
        put(fhir, patient("Vera", "Verhoeven", "1956-05-05"), VERA);
        put(fhir, patient("Anna", "<b>Anders</b>", "1961-02"), ANNA);
        put(fhir, patient("Piet", "Pieters", "1970"), PIET);
        put(fhir, practitioner("Nora", "de Wit"), NORA);
        put(fhir, new RelatedPerson().setActive(true).setPatient(new Reference("Patient/" + VERA)), ROB);
        put(fhir, team(VERA, NORA, "2020-01-01", null), "login-team-vera");
        put(fhir, team(ANNA, NORA, "2020-01-01", null), "login-team-anna");
        put(fhir, team(PIET, NORA, "2020-01-01", "2021-01-01"), "login-team-piet");
    }

    /** Mies, who has more patients than one sees at a glance. */
    static void storeMany(Fhir fhir) {
        put(fhir, practitioner("Mies", "Bouwman"), MIES);
        for (int i = 1; i <= MANY; i++) {
            String id = "login-many-" + i;
            put(fhir, patient("Bewoner", "van kamer " + i, "1950"), id);
            put(fhir, team(id, MIES, "2020-01-01", null), "login-team-many-" + i);
        }
    }

    private static void put(Fhir fhir, Resource resource, String id) {
        resource.setId(id);
        FhirAssert.assertThat(fhir.put(resource)).succeeded();
    }

    private static Patient patient(String given, String family, String born) {
        Patient patient = new Patient();
        patient.addName().addGiven(given).setFamily(family);
        patient.getBirthDateElement().setValueAsString(born);
        patient.setManagingOrganization(new Reference("Organization/" + HOUSE));
        return patient;
    }

    private static Practitioner practitioner(String given, String family) {
        Practitioner practitioner = new Practitioner();
        practitioner.addName().addGiven(given).setFamily(family);
        return practitioner;
    }

    private static CareTeam team(
            String patient, String practitioner, String from, @org.jspecify.annotations.Nullable String to) {
        CareTeam team = new CareTeam().setStatus(CareTeamStatus.ACTIVE);
        team.setSubject(new Reference("Patient/" + patient));
        CareTeam.CareTeamParticipantComponent member = team.addParticipant();
        member.setMember(new Reference("Practitioner/" + practitioner));
        Period period = new Period().setStartElement(new DateTimeType(from));
        if (to != null) {
            period.setEndElement(new DateTimeType(to));
        }
        member.setPeriod(period);
        return team;
    }
}
