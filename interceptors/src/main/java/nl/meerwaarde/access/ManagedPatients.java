package nl.meerwaarde.access;

import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.Role;

/** The own of one organisation's record system: the patients whose record that organisation keeps. */
class ManagedPatients implements Reach {
    private final Custodians custodians;

    ManagedPatients(Custodians custodians) {
        this.custodians = custodians;
    }

    @Override
    public Role role() {
        return Role.ORGANIZATION_EHR;
    }

    @Override
    public Patients patients(Requester requester) {
        return requester
                .organization()
                .<Patients>map(organization -> new OrganizationPatients(custodians, organization))
                .orElse(ListedPatients.NONE);
    }
}
