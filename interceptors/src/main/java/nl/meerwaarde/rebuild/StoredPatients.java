package nl.meerwaarde.rebuild;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.api.pid.IResourcePidStream;
import ca.uhn.fhir.jpa.api.svc.IBatch2DaoSvc;
import ca.uhn.fhir.jpa.api.svc.IIdHelperService;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.rest.api.server.storage.IResourcePersistentId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.meerwaarde.record.PatientRecords;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every patient there is something to rebuild for: stored Patients, and those that only have record entries left. */
class StoredPatients {
    private final IBatch2DaoSvc batch;
    private final IIdHelperService<JpaPid> ids;
    private final PatientRecords records;
    private final TransactionTemplate transaction;

    StoredPatients(
            IBatch2DaoSvc batch,
            IIdHelperService<JpaPid> ids,
            PatientRecords records,
            PlatformTransactionManager transactions) {
        this.batch = batch;
        this.ids = ids;
        this.records = records;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Logical ids, sorted. */
    List<String> all() {
        Set<String> all = new TreeSet<>(records.patients());
        transaction.executeWithoutResult(status -> all.addAll(stored()));
        return List.copyOf(all);
    }

    private Set<String> stored() {
        IResourcePidStream stream =
                batch.fetchResourceIdStream(null, null, RequestPartitionId.defaultPartition(), "Patient?");
        Set<JpaPid> pids =
                stream.visitStream(patients -> patients.map(patient -> (JpaPid) (IResourcePersistentId<?>) patient.id)
                        .collect(Collectors.toCollection(HashSet::new)));
        return ids.translatePidsToFhirResourceIds(pids).stream()
                .map(id -> new IdType(id).getIdPart())
                .collect(Collectors.toSet());
    }
}
