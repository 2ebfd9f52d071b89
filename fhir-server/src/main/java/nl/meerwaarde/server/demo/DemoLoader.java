package nl.meerwaarde.server.demo;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Patient;

/** Stores the cohort, its Measures and decision aids, as a hospital's systems would: answers are scored and become facts on the way. */
class DemoLoader {
    private static final int MOST_THREADS = 4;
    /** Patients per transaction: a commit to disk costs as much as a patient. */
    private static final int BATCH = 8;

    private final IFhirSystemDao<Bundle, Meta> system;
    private final DaoRegistry daos;
    private final FhirContext fhirContext;
    private final PrintStream console;

    DemoLoader(IFhirSystemDao<Bundle, Meta> system, DaoRegistry daos, FhirContext fhirContext, PrintStream console) {
        this.system = system;
        this.daos = daos;
        this.fhirContext = fhirContext;
        this.console = console;
    }

    /** Loads what is not there yet. An interrupted load starts again from the beginning: what is stored already is replaced by itself. */
    void load(SyntheticCohort cohort) throws InterruptedException {
        DemoMeasures.read(fhirContext)
                .forEach(measure -> daos.getResourceDao(Measure.class).update(measure, new SystemRequestDetails()));
        store(DemoDecisionAids.read(fhirContext));
        if (isStored(SyntheticPatient.id(cohort.patients()))) {
            console.println("The demo cohort is here already.");
            return;
        }
        console.println("Loading the demo cohort of " + cohort.patients() + " synthetic patients ...");
        LoadProgress progress = new LoadProgress(cohort.patients(), console);
        store(cohort.hospitals());
        storeAllButLast(cohort, progress);
        // the last one says that all are there
        store(cohort.patient(cohort.patients()));
        progress.stored(1);
    }

    private void storeAllButLast(SyntheticCohort cohort, LoadProgress progress) throws InterruptedException {
        List<Callable<Void>> batches = new ArrayList<>();
        for (int first = 1; first < cohort.patients(); first += BATCH) {
            int from = first;
            int to = Math.min(first + BATCH, cohort.patients()) - 1;
            batches.add(() -> {
                store(cohort.patients(from, to));
                progress.stored(to - from + 1);
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
        try {
            for (Future<Void> batch : threads.invokeAll(batches)) {
                batch.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The demo cohort could not be loaded", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private void store(Bundle transaction) {
        system.transaction(new SystemRequestDetails(), transaction);
    }

    private boolean isStored(String patient) {
        try {
            daos.getResourceDao(Patient.class).read(new IdType("Patient", patient), new SystemRequestDetails());
            return true;
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return false;
        }
    }
}
