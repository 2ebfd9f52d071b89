package nl.meerwaarde.population;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Code;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** What is known of one patient; the port behind which stored and sent data stand. */
interface SubjectRecord {
    /** What a reference such as {@code Encounter/12} points to; empty when it is not here. */
    Optional<Resource> read(String reference);

    /**
     * The patient's Observations that are final, amended or corrected, carry any of the codes and may lie at or after a moment; newest first, read as
     * they are asked for.
     */
    Stream<Observation> observations(Set<Code> codes, Instant since);

    /** What a query finds about the patient, as a searchset; empty when queries are not answered here. */
    Optional<Found> search(RecordQuery query);

    /**
     * The result of a query.
     *
     * @param complete whether it holds everything there is
     */
    record Found(Bundle searchset, boolean complete) {}
}
