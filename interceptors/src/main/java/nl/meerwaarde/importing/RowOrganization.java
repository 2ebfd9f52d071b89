package nl.meerwaarde.importing;

import java.util.Optional;
import org.hl7.fhir.r4.model.Organization;

/** The organisation that treated, from a row. */
final class RowOrganization {
    private RowOrganization() {}

    /** Empty when the mapping names no organisation, or the row none. */
    static Optional<Organization> read(RowCells cells, ImportMapping mapping) {
        ImportMapping.OrganizationColumns columns = mapping.organization();
        if (columns == null) {
            return Optional.empty();
        }
        return cells.text(columns.code()).map(code -> {
            Organization organization = new Organization();
            organization.setId(RowIds.valid(columns.idPrefix() + code));
            organization.setActive(true);
            if (columns.system() != null) {
                organization.addIdentifier().setSystem(columns.system()).setValue(code);
            }
            Optional<String> name = columns.name() == null ? Optional.empty() : cells.text(columns.name());
            organization.setName(name.orElse(code));
            return organization;
        });
    }
}
