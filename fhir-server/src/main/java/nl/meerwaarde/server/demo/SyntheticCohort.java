package nl.meerwaarde.server.demo;

import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;

/**
 * An invented cohort of hip and knee replacements over three years, for the demonstration, tests and benchmarks. The same seed, size and reference
 * date always give the same resources; a larger cohort of the same seed begins with the patients of the smaller one. Nothing in it describes a real
 * person, hospital or outcome.
 *
 * @param seed any number
 * @param patients how many, at least 1
 * @param reference the day on which the data are looked at: nothing in them is later
 */
public record SyntheticCohort(long seed, int patients, LocalDate reference) {
    public SyntheticCohort {
        if (patients < 1) {
            throw new IllegalArgumentException("A cohort needs at least one patient, not " + patients);
        }
    }

    /** Everything as transaction Bundles that store each resource by PUT under its own id: first the hospitals, then one Bundle per patient. */
    public Stream<Bundle> bundles() {
        return Stream.concat(
                Stream.of(hospitals()), IntStream.rangeClosed(1, patients).mapToObj(this::patient));
    }

    /** The hospitals, which every patient's Bundle refers to. */
    public Bundle hospitals() {
        return HospitalResources.bundle();
    }

    /**
     * One patient with all episodes.
     *
     * @param number from 1 to {@link #patients()}
     */
    public Bundle patient(int number) {
        return PatientResources.bundle(draw(number), reference);
    }

    /** Several patients, {@code first} to {@code last} included, in one transaction: what saves time when there are many. */
    public Bundle patients(int first, int last) {
        Bundle all = patient(first);
        IntStream.rangeClosed(first + 1, last)
                .forEach(number -> all.getEntry().addAll(patient(number).getEntry()));
        return all;
    }

    SyntheticPatient draw(int number) {
        return new PatientDraw(reference).draw(Chance.of(seed, number), number);
    }
}
