package nl.meerwaarde.tests.cql;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.util.List;
import nl.meerwaarde.tests.cql.Cohort.Moment;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;

/**
 * A server of which everybody is known, because measures in CQL count everybody: patients of the five conditions, and nobody else. Of each condition as many as the
 * system property {@code cql.patients} says. Its CQL engine is switched on.
 */
final class CqlServer {
    private static final int PATIENTS = Integer.getInteger("cql.patients", 6);

    private static final List<Cohort> COHORTS = List.of(
            new Cohort(
                    "knee-osteoarthritis",
                    "koos-ps",
                    new Moment("month-12", 183, 547),
                    new Moment("month-12", 183, 547)),
            new Cohort(
                    "breast-cancer", "eortc-qlq-c30", new Moment("month-12", 274, 547), new Moment("month-6", 92, 273)),
            new Cohort(
                    "pancreatic-carcinoma",
                    "eortc-qlq-c30",
                    new Moment("month-3", 46, 136),
                    new Moment("month-3", 46, 136)),
            new Cohort(
                    "inflammatory-bowel-disease",
                    "ibd-control",
                    new Moment("month-12", 183, 547),
                    new Moment("month-12", 183, 547)),
            new Cohort(
                    "chronic-kidney-disease",
                    "dialysis-symptom-index",
                    new Moment("month-12", 274, 456),
                    new Moment("month-6", 92, 273)));

    private static final List<List<Resource>> EVERYBODY = COHORTS.stream()
            .flatMap(cohort -> cohort.patients(PATIENTS).stream())
            .toList();

    private static final Fhir FHIR = start();

    private CqlServer() {}

    static Fhir fhir() {
        return FHIR;
    }

    /** What was stored of each patient; the Patient first. */
    static List<List<Resource>> patients() {
        return EVERYBODY;
    }

    private static Fhir start() {
        Fhir fhir = TestServer.another("cql", List.of("--meerwaarde.cql.enabled=true"));
        for (int i = 0; i < Cohort.HOSPITALS; i++) {
            Organization hospital = new Organization().setName(Cohort.hospital(i));
            hospital.setId(Cohort.hospital(i));
            assertThat(fhir.put(hospital)).succeeded();
        }
        // Only what a pathway asks is found by its day, and it asks what the sets ask that are switched on.
        COHORTS.forEach(cohort -> assertThat(fhir.patch(
                        "PlanDefinition/" + cohort.name(),
                        "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"active\"}]"))
                .succeeded());
        EVERYBODY.forEach(patient -> {
            Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
            patient.forEach(resource -> Bundles.update(bundle, resource));
            assertThat(fhir.bundle(bundle)).succeeded();
        });
        return fhir;
    }
}
