package nl.meerwaarde.population;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Code;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Resource;

/** What the request itself brings along about the patient (parameter {@code data}). */
final class SentRecord implements SubjectRecord {
    static final Set<ObservationStatus> CERTAIN =
            EnumSet.of(ObservationStatus.FINAL, ObservationStatus.AMENDED, ObservationStatus.CORRECTED);

    private final List<BundleEntryComponent> entries;
    private final String patient;

    SentRecord(Bundle data, String patient) {
        this.entries = data.getEntry();
        this.patient = patient;
    }

    @Override
    public Optional<Resource> read(String reference) {
        return entries.stream()
                .filter(entry -> entry.hasResource()
                        && (reference.equals(entry.getFullUrl())
                                || new IdType(reference)
                                        .toUnqualifiedVersionless()
                                        .getValue()
                                        .equals(name(entry.getResource()))))
                .map(BundleEntryComponent::getResource)
                .findFirst();
    }

    @Override
    public Stream<Observation> observations(Set<Code> codes, Instant since) {
        return entries.stream()
                .map(BundleEntryComponent::getResource)
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .filter(observation -> CERTAIN.contains(observation.getStatus()))
                .filter(this::isAboutThePatient)
                .filter(observation -> Code.of(observation.getCode()).stream().anyMatch(codes::contains))
                .filter(observation -> ObservationTime.mayLieSince(observation, since))
                .sorted(ObservationTime.NEWEST_FIRST);
    }

    @Override
    public Optional<Found> search(RecordQuery query) {
        return Optional.empty();
    }

    /** A reference to an entry of the same Bundle counts when that entry is the patient. */
    private boolean isAboutThePatient(Observation observation) {
        String reference = observation.getSubject().getReference();
        return reference != null
                && read(reference)
                        .map(SentRecord::name)
                        .orElse(new IdType(reference).toUnqualifiedVersionless().getValue())
                        .equals("Patient/" + patient);
    }

    private static String name(Resource resource) {
        return resource.fhirType() + "/"
                + Objects.requireNonNullElse(resource.getIdElement().getIdPart(), "");
    }
}
