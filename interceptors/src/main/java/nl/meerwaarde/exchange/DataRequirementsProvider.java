package nl.meerwaarde.exchange;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.ParameterReading;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.FactMeasures;
import nl.meerwaarde.pathway.PathwayCatalogue;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;

/** The operation {@code $data-requirements}: which data a Measure is computed from. Says nothing about patients. */
public class DataRequirementsProvider {
    private static final String CANONICAL =
            "https://w3id.org/meerwaarde/fhir/OperationDefinition/measure-data-requirements";

    private final FhirContext fhirContext;
    private final FactMeasures measures;
    private final PathwayCatalogue pathways;

    DataRequirementsProvider(FhirContext fhirContext, FactMeasures measures, PathwayCatalogue pathways) {
        this.fhirContext = fhirContext;
        this.measures = measures;
        this.pathways = pathways;
    }

    /** The data that the Measure in the address needs. */
    @Operation(
            name = "$data-requirements",
            typeName = "Measure",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public Library requirements(@IdParam IdType id, ServletRequestDetails details) {
        ParameterReading reading = new ParameterReading(
                "$data-requirements",
                OperationParameters.of(fhirContext, details).texts());
        reading.refuseUnknown(Set.of("periodStart", "periodEnd"));
        Period period = period(reading);
        if (!reading.problems().isEmpty()) {
            throw Problems.badRequest(reading.problems());
        }
        FactMeasure measure = measures.require("Measure/" + id.getIdPart());
        return new DataRequirements(measure, pathways.find(measure.pathway()), period).library();
    }

    /** Both days or none. */
    private static @Nullable Period period(ParameterReading reading) {
        if (reading.all("periodStart").isEmpty() && reading.all("periodEnd").isEmpty()) {
            return null;
        }
        Optional<LocalDate> from = reading.firstDay("periodStart");
        Optional<LocalDate> to = reading.lastDay("periodEnd");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            reading.problem("periodEnd", "lies before periodStart");
        }
        return new Period()
                .setStartElement(
                        from.map(day -> new DateTimeType(day.toString())).orElse(null))
                .setEndElement(to.map(day -> new DateTimeType(day.toString())).orElse(null));
    }
}
