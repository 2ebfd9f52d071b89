package nl.meerwaarde.server.demo;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Organization;

/** The hospitals as resources. */
final class HospitalResources {
    private HospitalResources() {}

    static Bundle bundle() {
        Transaction transaction = new Transaction();
        for (Hospital hospital : Hospital.ALL) {
            Organization organization = new Organization().setActive(true).setName(hospital.name());
            organization.setId(hospital.id());
            transaction.put(organization);
        }
        return transaction.bundle();
    }

    static String reference(Hospital hospital) {
        return "Organization/" + hospital.id();
    }
}
