package nl.meerwaarde.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;

/**
 * The patients whose record an organisation keeps: {@code Patient.managingOrganization}, which FHIR calls the custodian. Not those of whom it has an episode or a team: who
 * may write one of these would let itself in. They are too many to list, so that a search finds them by a chain.
 */
final class OrganizationPatients implements Patients {
    private final Custodians custodians;
    private final String organization;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    /** @param organization relative */
    OrganizationPatients(Custodians custodians, String organization) {
        this.custodians = custodians;
        this.organization = organization;
    }

    @Override
    public boolean has(String id) {
        return known.computeIfAbsent(id, unknown -> custodians.keeps(new IdType(organization).getIdPart(), id));
    }

    @Override
    public boolean would(Patient patient) {
        IdType manager = new IdType(patient.getManagingOrganization().getReference());
        return !manager.isAbsolute()
                && organization.equals(manager.toUnqualifiedVersionless().getValue());
    }

    @Override
    public boolean areNone() {
        return false;
    }

    @Override
    public Patients among(Set<String> ids) {
        return new ListedPatients(ids.stream().filter(this::has).collect(Collectors.toSet()));
    }

    @Override
    public Patients and(Patients others) {
        return this;
    }

    @Override
    public Optional<Condition> condition(ResourceGroup group) {
        if (!group.isOfPatients()) {
            return Optional.empty();
        }
        String name = group.patients().equals("_id") ? "organization" : group.patients() + ":Patient.organization";
        return Optional.of(new Condition(name, organization));
    }
}
