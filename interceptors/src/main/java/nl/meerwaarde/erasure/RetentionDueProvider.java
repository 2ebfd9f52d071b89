package nl.meerwaarde.erasure;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.ParameterReading;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;

/** The operation {@code Patient/$retention-due}: whose record has been kept as long as it must be. Erases nobody. */
public class RetentionDueProvider {
    private static final String CANONICAL =
            "https://w3id.org/meerwaarde/fhir/OperationDefinition/patient-retention-due";
    private static final String UNCHANGED_SINCE = "unchangedSince";

    private final FhirContext fhirContext;
    private final RetentionDue due;
    private final Period retention;
    private final Clock clock;

    RetentionDueProvider(FhirContext fhirContext, RetentionDue due, Period retention, Clock clock) {
        this.fhirContext = fhirContext;
        this.due = due;
        this.retention = retention;
        this.clock = clock;
    }

    /** Those who are due by the setting, or since the day that is asked for. */
    @Operation(
            name = "$retention-due",
            typeName = "Patient",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public Parameters due(ServletRequestDetails details) {
        ParameterReading reading = new ParameterReading(
                "$retention-due", OperationParameters.of(fhirContext, details).texts());
        reading.refuseUnknown(Set.of(UNCHANGED_SINCE));
        Optional<LocalDate> asked = reading.all(UNCHANGED_SINCE).isEmpty()
                ? Optional.of(LocalDate.now(clock).minus(retention))
                : reading.firstDay(UNCHANGED_SINCE);
        if (!reading.problems().isEmpty()) {
            throw Problems.badRequest(reading.problems());
        }
        LocalDate day = asked.orElseThrow();
        Parameters answer = new Parameters();
        answer.addParameter(UNCHANGED_SINCE, new DateType(day.toString()));
        due.since(day).forEach(patient -> answer.addParameter("patient", new Reference("Patient/" + patient)));
        return answer;
    }
}
