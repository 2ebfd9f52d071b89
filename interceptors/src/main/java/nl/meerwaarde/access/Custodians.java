package nl.meerwaarde.access;

import nl.meerwaarde.database.FactDatabase;

/** Which organisation keeps whose record, from HAPI's index of references: one question for each patient that an answer is about, without reading the Patient. */
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
