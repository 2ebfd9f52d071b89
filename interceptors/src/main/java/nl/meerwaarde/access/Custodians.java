package nl.meerwaarde.access;

import nl.meerwaarde.database.FactDatabase;

/**
 * Which organisation keeps whose record, from HAPI's index of references. Not by reading the Patient: what an answer brings along is looked at while HAPI still writes, and
 * to read by HAPI's own means what the running transaction has just made keeps its first version from being stored.
 */
class Custodians {
    private static final String KEEPS = "select count(*) from hfj_resource p"
            + " join hfj_res_link l on l.src_resource_id = p.res_id and l.src_path = 'Patient.managingOrganization'"
            + " join hfj_resource o on o.res_id = l.target_resource_id"
            + " where p.res_type = 'Patient' and p.fhir_id = ? and p.res_deleted_at is null"
            + " and o.res_type = 'Organization' and o.fhir_id = ?";

    private final FactDatabase database;

    Custodians(FactDatabase database) {
        this.database = database;
    }

    /** Whether a patient that is stored here, and is not deleted, has this organisation as custodian; both by id. */
    boolean keeps(String organization, String patient) {
        Integer found = database.jdbc().queryForObject(KEEPS, Integer.class, patient, organization);
        return found != null && found > 0;
    }
}
